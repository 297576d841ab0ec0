module oriel.dev/testbed/workload

go 1.21
