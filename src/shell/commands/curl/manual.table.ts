/** `man curl`, in short: what a learner of kubelets asks of it. */
export const CURL_MANUAL = `curl(1)                           Curl Manual                          curl(1)

NAME
       curl - transfer a URL

SYNOPSIS
       curl [options / URLs]

OPTIONS
       -k, --insecure           take any certificate of the server
       --cacert FILE            trust this authority (PEM)
       -E, --cert FILE          show this client certificate (PEM)
       --key FILE               the client certificate's key
       -H, --header LINE        send a header, as "Authorization: Bearer TOKEN"
       -X, --request METHOD     the method; GET unless there is data
       -d, --data TEXT          POST this; @FILE reads a file, @- standard input
       --json TEXT              -d with JSON's content type
       -G, --get                put the data of -d behind the URL
       -i, --include            print the answer's headers too
       -I, --head               ask for the headers alone (HEAD)
       -s, --silent             no meter and no errors; -S shows errors again
       -v, --verbose            tell of the handshake and all headers
       -o, --output FILE        write the body to a file; -O by its own name
       -w, --write-out FORMAT   print facts, as '%{http_code}\\n'
       -f, --fail               exit with 22 when the status is 400 or more
       -L, --location           follow redirects
       -m, --max-time SECONDS   give up after so long
       --resolve HOST:PORT:ADDR answer a look-up from here
       --tls-max VERSION        offer TLS up to this version
       -u, --user USER:PASSWORD basic authentication

EXIT CODES
       6   the host did not resolve        35  the handshake failed
       7   nobody listens there            58  the client certificate or its
       22  -f and a status above 399           key cannot be used
       28  it took too long                60  the server's certificate does
       52  an empty answer                     not hold

SEE ALSO
       openssl-s_client(1), wget(1)
`;
