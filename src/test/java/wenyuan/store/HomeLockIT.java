package wenyuan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HomeLockIT {
    @TempDir
    Path folder;

    @Test
    void oneProcessOwnsAHome() throws IOException, InterruptedException {
        Home home = new Home(folder.resolve("home"));
        Process other = owner(home);
        try {
            assertEquals("mine", other.inputReader().readLine());
            HomeLock.OwnedBy owner = assertInstanceOf(HomeLock.OwnedBy.class, HomeLock.acquire(home));
            assertEquals(other.pid(), owner.pid());
            assertEquals(7070, owner.port());
            assertEquals(64, owner.token().length());
        } finally {
            other.destroyForcibly().waitFor();
        }
        HomeLock.Acquired ours = assertInstanceOf(HomeLock.Acquired.class, HomeLock.acquire(home));
        ours.lock().close();
    }

    @Test
    void aSecondAttemptOfTheOwnerDoesNotLoseTheLock() throws IOException, InterruptedException {
        Home home = new Home(folder);
        HomeLock lock = assertInstanceOf(HomeLock.Acquired.class, HomeLock.acquire(home))
                .lock();
        lock.publish(1234);
        HomeLock.OwnedBy self = new HomeLock.OwnedBy(ProcessHandle.current().pid(), 1234, lock.token());
        assertEquals(self, HomeLock.acquire(home));
        Process other = owner(home);
        assertEquals(self.toString(), other.inputReader().readLine());
        assertEquals(1, other.waitFor());
        lock.close();
        lock.close();
        HomeLock again = assertInstanceOf(HomeLock.Acquired.class, HomeLock.acquire(home))
                .lock();
        assertNotEquals(lock.token(), again.token());
        again.close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnersUserReadsTheToken() throws IOException {
        HomeLock.Acquired acquired = assertInstanceOf(HomeLock.Acquired.class, HomeLock.acquire(new Home(folder)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("lock"))));
        acquired.lock().close();
    }

    private static Process owner(Home home) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName(),
                home.root().toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Owns a home until it is killed; says so, or says who does. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] args) throws InterruptedException {
            switch (HomeLock.acquire(new Home(Path.of(args[0])))) {
                case HomeLock.Acquired acquired -> {
                    acquired.lock().publish(7070);
                    System.out.println("mine");
                    Thread.sleep(60_000);
                }
                case HomeLock.OwnedBy owner -> {
                    System.out.println(owner);
                    System.exit(1);
                }
            }
        }
    }
}
