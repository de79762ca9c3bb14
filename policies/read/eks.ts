/** Type tokens of EKS and its nodes. */
export const EKS_CLUSTER = "aws:eks/cluster:Cluster";
export const EKS_ADD_ON = "aws:eks/addon:Addon";
export const EKS_NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
export const LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
