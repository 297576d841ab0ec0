package main

import (
	"fmt"
	"math/rand"
)

func javaTrace() string {
	return fmt.Sprintf(`java.net.SocketTimeoutException: Read timed out
	at java.base/sun.nio.ch.NioSocketImpl.timedRead(NioSocketImpl.java:%d)
	at java.base/java.net.Socket$SocketInputStream.read(Socket.java:1099)
	at com.example.shop.payment.ProviderClient.charge(ProviderClient.java:%d)
	at com.example.shop.payment.PaymentService.pay(PaymentService.java:%d)
	at com.example.shop.api.PaymentController.post(PaymentController.java:41)
Caused by: java.io.InterruptedIOException: deadline of 1500 ms exceeded
	at com.example.shop.net.Deadline.check(Deadline.java:27)
	... 12 more
`, 280+rand.Intn(30), 90+rand.Intn(60), 50+rand.Intn(40))
}

func goTrace() string {
	id := 20 + rand.Intn(4000)
	return fmt.Sprintf(`panic: runtime error: index out of range [12] with length 12

goroutine %d [running]:
main.(*index).lookup(0xc0000%05x, {0xc0004%05x, 0xc})
	/src/catalog/index.go:%d +0x1d4
main.(*server).search(0xc00011e000, {0x8f2a40, 0xc0002b8000})
	/src/catalog/search.go:88 +0x2c5
net/http.HandlerFunc.ServeHTTP(...)
	/usr/local/go/src/net/http/server.go:2294
created by net/http.(*Server).Serve in goroutine 1
	/usr/local/go/src/net/http/server.go:3493 +0x485
`, id, rand.Intn(1<<20), rand.Intn(1<<20), 100+rand.Intn(80))
}
