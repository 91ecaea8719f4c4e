/** What `openssl version` says. */
export const OPENSSL_VERSION = 'OpenSSL 3.0.19 27 Jan 2026 (Library: OpenSSL 3.0.19 27 Jan 2026)\n';

/** Programs of OpenSSL that are real. */
export const OPENSSL_COMMANDS: readonly string[] =
  'asn1parse ca ciphers cmp cms crl crl2pkcs7 dgst dhparam dsa dsaparam ec ecparam enc engine errstr fipsinstall gendsa info kdf list mac nseq ocsp passwd pkcs12 pkcs7 pkcs8 pkeyparam pkeyutl prime rand rehash rsautl s_server s_time sess_id smime speed spkac srp storeutl ts sha1 sha256 sha384 sha512 md5 base64'.split(
    ' ',
  );

/** `man openssl`, in short. */
export const OPENSSL_MANUAL = `OPENSSL(1SSL)                       OpenSSL                      OPENSSL(1SSL)

NAME
       openssl - OpenSSL command line program

COMMANDS
       openssl x509 -in FILE -noout [-text] [-subject] [-issuer] [-dates]
               [-enddate] [-serial] [-fingerprint -sha256] [-pubkey] [-modulus]
               [-ext subjectAltName,extendedKeyUsage] [-checkend SECONDS]
           What a certificate says. Without -in it is read from standard input.

       openssl x509 -req -in CSR -CA CERT -CAkey KEY [-CAcreateserial]
               [-days N] -out FILE
           Signs a request with the key of an authority.

       openssl verify -CAfile CA [-untrusted FILE] [-purpose sslserver] FILE...
           Whether certificates hold against an authority.

       openssl s_client -connect HOST:PORT [-servername NAME] [-showcerts]
               [-CAfile CA] [-cert CERT -key KEY] [-tls1_2] [-brief]
           A handshake: the server's certificates, the authorities it names when
           it asks for one of the client's, and whether its chain holds.

       openssl req -new -key KEY -subj /O=GROUP/CN=NAME [-out CSR]
       openssl req -in CSR -noout [-text] [-subject] [-verify]
           Makes or shows a certificate signing request.

       openssl genrsa [-out KEY] [2048]
       openssl rsa -in KEY -noout [-modulus] [-check]
           A key; a certificate and its key have the same modulus.

EXAMPLES
       openssl s_client -connect localhost:10250 </dev/null | openssl x509 -noout -text
       openssl x509 -in /var/lib/kubelet/pki/kubelet-client-current.pem -noout -subject
`;
