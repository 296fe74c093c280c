package wenyuan.ingest.source;

/** A folder or archive that is being gone through. */
interface Container extends AutoCloseable {
    Step next();

    @Override
    void close();
}
