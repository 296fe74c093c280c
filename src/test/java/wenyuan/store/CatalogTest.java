package wenyuan.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.FileStore;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import org.junit.jupiter.api.Test;

class CatalogTest {
    @Test
    void aHomeOnANetworkShareIsRefused() {
        for (String type : new String[] {"nfs", "nfs4", "cifs", "SMB3", "fuse.sshfs"}) {
            StoreException e = assertThrows(
                    StoreException.class, () -> Catalog.refuseNetwork(new Share(type), Path.of("catalog.db")), type);
            assertEquals(StoreException.Kind.NETWORK_SHARE, e.kind());
            assertEquals(
                    "catalog.db lies on a network share (" + type
                            + "), where the catalogue is not safe: choose a home on a local disk",
                    e.getMessage());
        }
        for (String type : new String[] {"ext4", "xfs", "overlay", "NTFS", "apfs", "tmpfs"}) {
            assertDoesNotThrow(() -> Catalog.refuseNetwork(new Share(type), Path.of("catalog.db")), type);
        }
    }

    /** A volume of which only the type is asked. */
    private static final class Share extends FileStore {
        private final String type;

        Share(String type) {
            this.type = type;
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public String name() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isReadOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getTotalSpace() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getUsableSpace() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getUnallocatedSpace() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean supportsFileAttributeView(Class<? extends FileAttributeView> view) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean supportsFileAttributeView(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <V extends FileStoreAttributeView> V getFileStoreAttributeView(Class<V> view) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object getAttribute(String attribute) {
            throw new UnsupportedOperationException();
        }
    }
}
