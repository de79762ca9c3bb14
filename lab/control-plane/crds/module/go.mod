module lab/crds

go 1.24.0

require (
	github.com/argoproj/argo-cd/v3 v3.1.0
	github.com/kedacore/keda/v2 v2.17.2
	github.com/prometheus-operator/prometheus-operator v0.85.0
	sigs.k8s.io/karpenter v1.6.0
)
