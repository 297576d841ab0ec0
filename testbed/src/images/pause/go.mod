module oriel.dev/testbed/pause

go 1.21
