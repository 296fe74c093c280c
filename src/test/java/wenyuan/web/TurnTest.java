package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnTest {
    @Test
    void whoWaitsTooLongIsRefusedAndTheNextMayBegin() throws Exception {
        Turn turn = new Turn(Duration.ofMillis(50), "check.busy");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Thread slow = Thread.ofPlatform()
                .start(() -> turn.take(() -> {
                    begun.countDown();
                    await(enough);
                    return "";
                }));
        begun.await();
        Refusal refusal = assertThrows(Refusal.class, () -> turn.take(() -> "too early"));
        assertEquals(503, refusal.getStatus());
        assertEquals(Messages.CHINESE.say("check.busy"), refusal.said(Messages.CHINESE));
        enough.countDown();
        slow.join();
        assertEquals("now", turn.take(() -> "now"));
    }

    @Test
    void workThatFailsEndsItsTurnToo() {
        Turn turn = new Turn(Duration.ZERO, "check.busy");
        assertThrows(
                IllegalStateException.class,
                () -> turn.take(() -> {
                    throw new IllegalStateException("the parser is gone");
                }));
        assertEquals("next", turn.take(() -> "next"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
