/** Certificates and what `openssl x509 -noout -text` of OpenSSL 3.0.19 printed of them. */

/** The serving certificate of an API server, as kubeadm 1.36.3 issued it. */
export const APISERVER_PEM = `-----BEGIN CERTIFICATE-----
MIIDjDCCAnSgAwIBAgIIPxyUMrKtFz0wDQYJKoZIhvcNAQELBQAwFTETMBEGA1UE
AxMKa3ViZXJuZXRlczAeFw0yNjExMjQxMjU5MjJaFw0yNzExMjQxMzA0MjJaMBkx
FzAVBgNVBAMTDmt1YmUtYXBpc2VydmVyMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A
MIIBCgKCAQEAu5kEvHyKqFqN5kbnRETmm6jwEWiWM6vV5OF3ycUHntFy+GML9J7c
ftbUqYWqyasjWUa90McWqPPoFVEPb3tHHfQRJKS1RNDgcJ7DGRjzDYWUkvNVe0lp
GeMv05Kk80Mk2TqWKEbPJBtXwWR66fzqTl+QhK7vvHsNUFjslCWCt1ijGWC9mE/m
5Iu97Kxc9eShIoOXsKbhBJBGMbeaEPOcRnXcJ+zMQtHKqgiJjBlbE+qggS8+2wi6
O0+WrgdF3kLX4iPPt8gdxdUCe1ES7ieTUhPeEVTIwGl8x6jGcpOj+NKhRPGho2ZF
O9GCi7eeKUam3kz8Bi8xcpSe4m+g7NuFtQIDAQABo4HbMIHYMA4GA1UdDwEB/wQE
AwIFoDATBgNVHSUEDDAKBggrBgEFBQcDATAMBgNVHRMBAf8EAjAAMB8GA1UdIwQY
MBaAFO4oRdTP2nfr3UEW/aTlcpXxXYsbMIGBBgNVHREEejB4ggxjb250cm9scGxh
bmWCCmt1YmVybmV0ZXOCEmt1YmVybmV0ZXMuZGVmYXVsdIIWa3ViZXJuZXRlcy5k
ZWZhdWx0LnN2Y4Ika3ViZXJuZXRlcy5kZWZhdWx0LnN2Yy5jbHVzdGVyLmxvY2Fs
hwQKYAABhwQKAAAKMA0GCSqGSIb3DQEBCwUAA4IBAQBwQMDEbwjq6uFvz6AVR1H+
zVi40HoEOsV8mzDxhslivc8nJcCSiX6iZVm8KMw9j9EFVxUs5Kqtru9vP4i5S3+x
/RaYJcYr//O5F97hRXgN4UEulDx4+2crPQ1Uj3GjkIfTlqKflA8n75s1+HDUydnx
Gab2Ju/40rw+RkzPX5OFdsIu7GNmPbtIqNcVmp8/MfjKrBtle9CosgclUUJzN6ds
hPDp7QlxX4krrW4jvfWNTyLBh5qLkvO2LXWv8pJI5+5R0UlWDa6w4ONjB7lZvrRJ
1Uyj57qvd9gkJaWjpJdfk4oMAkXhdjkZ9ZAxolkCZfu0wb4d2KSMtIWWk1W5VTII
-----END CERTIFICATE-----
`;

export const APISERVER_TEXT = `Certificate:
    Data:
        Version: 3 (0x2)
        Serial Number: 4547672669204322109 (0x3f1c9432b2ad173d)
        Signature Algorithm: sha256WithRSAEncryption
        Issuer: CN = kubernetes
        Validity
            Not Before: Nov 24 12:59:22 2026 GMT
            Not After : Nov 24 13:04:22 2027 GMT
        Subject: CN = kube-apiserver
        Subject Public Key Info:
            Public Key Algorithm: rsaEncryption
                Public-Key: (2048 bit)
                Modulus:
                    00:bb:99:04:bc:7c:8a:a8:5a:8d:e6:46:e7:44:44:
                    e6:9b:a8:f0:11:68:96:33:ab:d5:e4:e1:77:c9:c5:
                    07:9e:d1:72:f8:63:0b:f4:9e:dc:7e:d6:d4:a9:85:
                    aa:c9:ab:23:59:46:bd:d0:c7:16:a8:f3:e8:15:51:
                    0f:6f:7b:47:1d:f4:11:24:a4:b5:44:d0:e0:70:9e:
                    c3:19:18:f3:0d:85:94:92:f3:55:7b:49:69:19:e3:
                    2f:d3:92:a4:f3:43:24:d9:3a:96:28:46:cf:24:1b:
                    57:c1:64:7a:e9:fc:ea:4e:5f:90:84:ae:ef:bc:7b:
                    0d:50:58:ec:94:25:82:b7:58:a3:19:60:bd:98:4f:
                    e6:e4:8b:bd:ec:ac:5c:f5:e4:a1:22:83:97:b0:a6:
                    e1:04:90:46:31:b7:9a:10:f3:9c:46:75:dc:27:ec:
                    cc:42:d1:ca:aa:08:89:8c:19:5b:13:ea:a0:81:2f:
                    3e:db:08:ba:3b:4f:96:ae:07:45:de:42:d7:e2:23:
                    cf:b7:c8:1d:c5:d5:02:7b:51:12:ee:27:93:52:13:
                    de:11:54:c8:c0:69:7c:c7:a8:c6:72:93:a3:f8:d2:
                    a1:44:f1:a1:a3:66:45:3b:d1:82:8b:b7:9e:29:46:
                    a6:de:4c:fc:06:2f:31:72:94:9e:e2:6f:a0:ec:db:
                    85:b5
                Exponent: 65537 (0x10001)
        X509v3 extensions:
            X509v3 Key Usage: critical
                Digital Signature, Key Encipherment
            X509v3 Extended Key Usage: 
                TLS Web Server Authentication
            X509v3 Basic Constraints: critical
                CA:FALSE
            X509v3 Authority Key Identifier: 
                EE:28:45:D4:CF:DA:77:EB:DD:41:16:FD:A4:E5:72:95:F1:5D:8B:1B
            X509v3 Subject Alternative Name: 
                DNS:controlplane, DNS:kubernetes, DNS:kubernetes.default, DNS:kubernetes.default.svc, DNS:kubernetes.default.svc.cluster.local, IP Address:10.96.0.1, IP Address:10.0.0.10
    Signature Algorithm: sha256WithRSAEncryption
    Signature Value:
        70:40:c0:c4:6f:08:ea:ea:e1:6f:cf:a0:15:47:51:fe:cd:58:
        b8:d0:7a:04:3a:c5:7c:9b:30:f1:86:c9:62:bd:cf:27:25:c0:
        92:89:7e:a2:65:59:bc:28:cc:3d:8f:d1:05:57:15:2c:e4:aa:
        ad:ae:ef:6f:3f:88:b9:4b:7f:b1:fd:16:98:25:c6:2b:ff:f3:
        b9:17:de:e1:45:78:0d:e1:41:2e:94:3c:78:fb:67:2b:3d:0d:
        54:8f:71:a3:90:87:d3:96:a2:9f:94:0f:27:ef:9b:35:f8:70:
        d4:c9:d9:f1:19:a6:f6:26:ef:f8:d2:bc:3e:46:4c:cf:5f:93:
        85:76:c2:2e:ec:63:66:3d:bb:48:a8:d7:15:9a:9f:3f:31:f8:
        ca:ac:1b:65:7b:d0:a8:b2:07:25:51:42:73:37:a7:6c:84:f0:
        e9:ed:09:71:5f:89:2b:ad:6e:23:bd:f5:8d:4f:22:c1:87:9a:
        8b:92:f3:b6:2d:75:af:f2:92:48:e7:ee:51:d1:49:56:0d:ae:
        b0:e0:e3:63:07:b9:59:be:b4:49:d5:4c:a3:e7:ba:af:77:d8:
        24:25:a5:a3:a4:97:5f:93:8a:0c:02:45:e1:76:39:19:f5:90:
        31:a2:59:02:65:fb:b4:c1:be:1d:d8:a4:8c:b4:85:96:93:55:
        b9:55:32:08
`;

/** A certificate of OpenSSL's own making. */
export const ODD_PEM = `-----BEGIN CERTIFICATE-----
MIICQDCCAeagAwIBAgIUGuetZQst6YhGda11NS5ZVYCNw+UwCgYIKoZIzj0EAwIw
QDELMAkGA1UEBhMCREUxDzANBgNVBAoMBmEsICJiIjEKMAgGA1UECwwBeDEUMBIG
CSqGSIb3DQEJARYFYUBiLmMwHhcNMjYxMTI0MTM0MDI1WhcNMjYxMjI0MTM0MDI1
WjBAMQswCQYDVQQGEwJERTEPMA0GA1UECgwGYSwgImIiMQowCAYDVQQLDAF4MRQw
EgYJKoZIhvcNAQkBFgVhQGIuYzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABDJt
H9LXQUA39zZTsZzl09sP2HmeFBUd5X4IhT6P+QfNz5A9cXwdBMbTOju01Hmo/kMu
QE+/dd0d9wUlVt2g1XGjgb0wgbowHQYDVR0OBBYEFHnj0X6cHprekxdAdtxt5RID
sic4MB8GA1UdIwQYMBaAFHnj0X6cHprekxdAdtxt5RIDsic4MDAGA1UdEQQpMCeC
AWGHEAAAAAAAAAAAAAAAAAAAAAGBBXhAeS56hglodHRwOi8veC8wDgYDVR0PAQH/
BAQDAgGGMCIGA1UdJQQbMBkGCCsGAQUFBwMBBggrBgEFBQcDAwYDKgMEMBIGA1Ud
EwEB/wQIMAYBAf8CAQMwCgYIKoZIzj0EAwIDSAAwRQIgAxJyhqdYr2w8lnTFe9cA
hm6Dw5oexKSmoFZyfPD9r2gCIQDXzyVfqvWFGy+3rev+kLuDp5udtYQXtVDt6Q3V
mo1Y7A==
-----END CERTIFICATE-----
`;

export const ODD_TEXT = `Certificate:
    Data:
        Version: 3 (0x2)
        Serial Number:
            1a:e7:ad:65:0b:2d:e9:88:46:75:ad:75:35:2e:59:55:80:8d:c3:e5
        Signature Algorithm: ecdsa-with-SHA256
        Issuer: C = DE, O = "a, \\"b\\"", OU = x, emailAddress = a@b.c
        Validity
            Not Before: Nov 24 13:40:25 2026 GMT
            Not After : Dec 24 13:40:25 2026 GMT
        Subject: C = DE, O = "a, \\"b\\"", OU = x, emailAddress = a@b.c
        Subject Public Key Info:
            Public Key Algorithm: id-ecPublicKey
                Public-Key: (256 bit)
                pub:
                    04:32:6d:1f:d2:d7:41:40:37:f7:36:53:b1:9c:e5:
                    d3:db:0f:d8:79:9e:14:15:1d:e5:7e:08:85:3e:8f:
                    f9:07:cd:cf:90:3d:71:7c:1d:04:c6:d3:3a:3b:b4:
                    d4:79:a8:fe:43:2e:40:4f:bf:75:dd:1d:f7:05:25:
                    56:dd:a0:d5:71
                ASN1 OID: prime256v1
                NIST CURVE: P-256
        X509v3 extensions:
            X509v3 Subject Key Identifier: 
                79:E3:D1:7E:9C:1E:9A:DE:93:17:40:76:DC:6D:E5:12:03:B2:27:38
            X509v3 Authority Key Identifier: 
                79:E3:D1:7E:9C:1E:9A:DE:93:17:40:76:DC:6D:E5:12:03:B2:27:38
            X509v3 Subject Alternative Name: 
                DNS:a, IP Address:0:0:0:0:0:0:0:1, email:x@y.z, URI:http://x/
            X509v3 Key Usage: critical
                Digital Signature, Certificate Sign, CRL Sign
            X509v3 Extended Key Usage: 
                TLS Web Server Authentication, Code Signing, 1.2.3.4
            X509v3 Basic Constraints: critical
                CA:TRUE, pathlen:3
    Signature Algorithm: ecdsa-with-SHA256
    Signature Value:
        30:45:02:20:03:12:72:86:a7:58:af:6c:3c:96:74:c5:7b:d7:
        00:86:6e:83:c3:9a:1e:c4:a4:a6:a0:56:72:7c:f0:fd:af:68:
        02:21:00:d7:cf:25:5f:aa:f5:85:1b:2f:b7:ad:eb:fe:90:bb:
        83:a7:9b:9d:b5:84:17:b5:50:ed:e9:0d:d5:9a:8d:58:ec
`;
