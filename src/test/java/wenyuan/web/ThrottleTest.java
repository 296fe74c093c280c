package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // clocks may wrap around
    private final Throttle throttle = new Throttle(3, Duration.ofSeconds(10), now::get);

    @Test
    void givesATryBackFromTimeToTime() {
        assertEquals(3, takes("a", 10));
        assertEquals(3, takes("b", 10));
        now.addAndGet(Duration.ofSeconds(9).toNanos());
        assertFalse(throttle.take("a"));
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertEquals(1, takes("a", 10));
        now.addAndGet(Duration.ofDays(1).toNanos());
        assertEquals(3, takes("a", 10));
    }

    @Test
    void forgives() {
        takes("a", 3);
        throttle.forgive("a");
        assertTrue(throttle.take("a"));
    }

    private long takes(String key, int tries) {
        return IntStream.range(0, tries).filter(i -> throttle.take(key)).count();
    }
}
