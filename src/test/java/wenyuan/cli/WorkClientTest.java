package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class WorkClientTest {
    @Test
    void anOwnerThatEndsEarlyIsNoSuccess() {
        try (WorkServer owner = WorkServer.start("token", (work, say) -> say.accept(new Progress.Relabelling(3)))) {
            WorkClient client = new WorkClient(owner.port(), "token");
            Exception told =
                    assertThrows(IllegalStateException.class, () -> client.send(new Work.Relabel(), said -> {}));
            assertTrue(told.getMessage().contains("before the work was done"), told.getMessage());
        }
    }

    // many times: how the end of an owner meets the end of its last answer is a matter of microseconds
    @RepeatedTest(20)
    void whatTheOwnerSaysIsPassedOn() {
        List<Progress> all = List.of(new Progress.Relabelling(3), new Progress.Relabelled(1, 3));
        try (WorkServer owner = WorkServer.start("token", (work, say) -> all.forEach(say))) {
            List<Progress> heard = new ArrayList<>();
            new WorkClient(owner.port(), "token").send(new Work.Relabel(), heard::add);
            assertEquals(all, heard);
            assertThrows(
                    IllegalStateException.class,
                    () -> new WorkClient(owner.port(), "other").send(new Work.Relabel(), heard::add));
        }
    }
}
