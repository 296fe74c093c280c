package wenyuan.web;

import io.javalin.http.HandlerType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who may talk to this server at all. Immutable. */
final class Guard {
    /** No script, style, picture or connection but our own, no frame around us, nothing inline. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final Set<String> LOCAL_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private final boolean loopback;
    private final boolean anonymousRead;

    private Guard(boolean loopback, boolean anonymousRead) {
        this.loopback = loopback;
        this.anonymousRead = anonymousRead;
    }

    /** The guard of a server bound to {@code host}; {@code anonymousRead} opens reading to other machines too. */
    static Guard of(String host, boolean anonymousRead) {
        try {
            return new Guard(InetAddress.getByName(host).isLoopbackAddress(), anonymousRead);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("There is no address for the host " + host, e);
        }
    }

    /** Whether reading needs a login: other machines can reach us, and nobody has allowed it. */
    boolean readersLogIn() {
        return !loopback && !anonymousRead;
    }

    /** Whether only this machine can reach us, so that who is not logged in sits at it. */
    boolean local() {
        return loopback;
    }

    /**
     * Whether a request that names this host is meant for us. A page of another site that has its name resolve to this
     * machine sends its own name.
     *
     * @param header the Host header
     * @param port the port we listen on
     */
    boolean admits(Optional<String> header, int port) {
        return !loopback
                || header.map(host -> host.toLowerCase(Locale.ROOT))
                        .filter(host -> local(host, port))
                        .isPresent();
    }

    /**
     * Whether a page of another site has this request sent, as browsers say: such a page must not make us work on what it
     * sends, even where nobody is logged in. It may link to us.
     *
     * @param site the header Sec-Fetch-Site; programs send none
     */
    static boolean foreign(HandlerType method, Optional<String> site) {
        boolean reads = method.equals(HandlerType.GET) || method.equals(HandlerType.HEAD);
        return !reads
                && site.filter(Set.of("cross-site", "same-site")::contains).isPresent();
    }

    private static boolean local(String host, int port) {
        return LOCAL_NAMES.stream()
                .anyMatch(name -> host.equals(name + ":" + port) || (port == 80 && host.equals(name)));
    }
}
