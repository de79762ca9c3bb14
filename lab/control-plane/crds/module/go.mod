module lab/crds

go 1.24.0

require (
	github.com/argoproj/argo-cd/v3 v3.4.4
	github.com/kedacore/keda/v2 v2.20.2
	github.com/prometheus-operator/prometheus-operator v0.85.0
	sigs.k8s.io/karpenter v1.6.0
)
