package wenyuan.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * Writes RAR archives with stored (unpacked) entries, since no free program does. After the public technical notes of the
 * two formats.
 */
final class RarFiles {
    private static final int LOCKED_ENTRY = 4;

    private RarFiles() {}

    /** Version 4 with one entry; its name as bytes of any charset. */
    static byte[] four(byte[] name, byte[] content, boolean locked) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("Rar!\u001A\u0007\0".getBytes(ISO_8859_1));
        out.writeBytes(four(0x73, 0, new byte[6]));
        ByteBuffer file = ByteBuffer.allocate(25 + name.length).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(content.length)
                .putInt(content.length)
                .put((byte) 2)
                .putInt(crc(content))
                .putInt(0);
        file.put((byte) 29)
                .put((byte) 0x30)
                .putShort((short) name.length)
                .putInt(0x20)
                .put(name);
        out.writeBytes(four(0x74, 0x8000 | (locked ? LOCKED_ENTRY : 0), file.array()));
        out.writeBytes(content);
        out.writeBytes(four(0x7B, 0x4000, new byte[0]));
        return out.toByteArray();
    }

    /** Version 4 whose list of files is encrypted. */
    static byte[] fourLocked() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("Rar!\u001A\u0007\0".getBytes(ISO_8859_1));
        out.writeBytes(four(0x73, 0x80, new byte[6]));
        out.writeBytes(new byte[64]);
        return out.toByteArray();
    }

    /** Version 5 with one entry. */
    static byte[] five(byte[] name, byte[] content, boolean locked) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("Rar!\u001A\u0007\1\0".getBytes(ISO_8859_1));
        out.writeBytes(five(new byte[] {1, 0, 0}));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] extra = locked ? lock() : new byte[0];
        file.write(2);
        file.write(locked ? 3 : 2);
        if (locked) {
            file.writeBytes(number(extra.length));
        }
        file.writeBytes(number(content.length));
        file.write(4);
        file.writeBytes(number(content.length));
        file.write(0);
        file.writeBytes(little(crc(content)));
        file.write(0);
        file.write(0);
        file.writeBytes(number(name.length));
        file.writeBytes(name);
        file.writeBytes(extra);
        out.writeBytes(five(file.toByteArray()));
        out.writeBytes(content);
        out.writeBytes(five(new byte[] {5, 0, 0}));
        return out.toByteArray();
    }

    /** Version 5 whose list of files is encrypted. */
    static byte[] fiveLocked() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("Rar!\u001A\u0007\1\0".getBytes(ISO_8859_1));
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes(new byte[] {4, 0, 0, 0, 15});
        header.writeBytes(new byte[16]);
        out.writeBytes(five(header.toByteArray()));
        out.writeBytes(new byte[64]);
        return out.toByteArray();
    }

    private static byte[] four(int type, int flags, byte[] rest) {
        ByteBuffer header = ByteBuffer.allocate(7 + rest.length).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort((short) 0).put((byte) type).putShort((short) flags).putShort((short) header.capacity());
        header.put(rest);
        CRC32 crc = new CRC32();
        crc.update(header.array(), 2, header.capacity() - 2);
        return header.putShort(0, (short) crc.getValue()).array();
    }

    private static byte[] five(byte[] content) {
        ByteArrayOutputStream checked = new ByteArrayOutputStream();
        checked.writeBytes(number(content.length));
        checked.writeBytes(content);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes(little(crc(checked.toByteArray())));
        header.writeBytes(checked.toByteArray());
        return header.toByteArray();
    }

    /** The record that says: this entry is encrypted. */
    private static byte[] lock() {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(new byte[] {36, 1, 0, 0, 15});
        record.writeBytes(new byte[32]);
        return record.toByteArray();
    }

    /** Seven bits a byte, the lowest first. */
    private static byte[] number(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int left = value;
        for (; left >= 0x80; left >>= 7) {
            out.write((left & 0x7F) | 0x80);
        }
        out.write(left);
        return out.toByteArray();
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
