package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardTest {
    @Test
    void onLoopbackOnlyItsOwnNamesAreAdmitted() {
        check("127.0.0.1:7070", true);
        check("localhost:7070", true);
        check("LOCALHOST:7070", true);
        check("[::1]:7070", true);
        check("127.0.0.1", false);
        check("127.0.0.1:7071", false);
        check("evil.example:7070", false);
        check("localhost.evil.example:7070", false);
        check("127.0.0.1:7070.evil.example", false);
        check("", false);
        assertFalse(Guard.of("127.0.0.1", false).admits(Optional.empty(), 7070));
        assertTrue(Guard.of("localhost", false).admits(Optional.of("localhost"), 80));
    }

    @Test
    void otherAddressesNeedALogin() {
        assertFalse(Guard.of("127.0.0.1", false).readersLogIn());
        assertFalse(Guard.of("::1", false).readersLogIn());
        assertTrue(Guard.of("0.0.0.0", false).readersLogIn());
        assertTrue(Guard.of("0.0.0.0", false).admits(Optional.of("archive.example:7070"), 7070));
    }

    @Test
    void pagesOfOtherSitesMayLinkToUsAndSendNothing() {
        for (String site : List.of("cross-site", "same-site")) {
            assertTrue(Guard.foreign(HandlerType.POST, Optional.of(site)), site);
            assertTrue(Guard.foreign(HandlerType.DELETE, Optional.of(site)), site);
            assertFalse(Guard.foreign(HandlerType.GET, Optional.of(site)), site);
        }
        assertFalse(Guard.foreign(HandlerType.POST, Optional.of("same-origin")));
        assertFalse(Guard.foreign(HandlerType.POST, Optional.of("none")));
        assertFalse(Guard.foreign(HandlerType.POST, Optional.empty()));
    }

    @Test
    void namesAHostThatDoesNotExist() {
        String message = assertThrows(IllegalArgumentException.class, () -> Guard.of("no such host", false))
                .getMessage();
        assertEquals("There is no address for the host no such host", message);
    }

    private static void check(String host, boolean admitted) {
        assertEquals(admitted, Guard.of("127.0.0.1", false).admits(Optional.of(host), 7070), host);
    }
}
