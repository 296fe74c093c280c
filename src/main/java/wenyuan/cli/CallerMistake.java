package wenyuan.cli;

/** Something the caller can put right; the message is one sentence that says what and where. Exit code 2. */
final class CallerMistake extends RuntimeException {
    CallerMistake(String message) {
        super(message);
    }
}
