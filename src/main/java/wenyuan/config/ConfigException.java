package wenyuan.config;

/** A wrong line in {@code index-config} or {@code config.yaml}; the message names file, line and what was expected. */
public final class ConfigException extends RuntimeException {
    public ConfigException(String message) {
        super(message);
    }
}
