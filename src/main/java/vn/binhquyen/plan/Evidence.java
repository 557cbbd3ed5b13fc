package vn.binhquyen.plan;

import java.time.OffsetDateTime;
import java.util.UUID;
import vn.binhquyen.kernel.AgencyId;

/**
 * A file kept to show what was done, without its bytes.
 *
 * @param mediaType as found from the bytes
 * @param sha256 in hexadecimal
 */
public record Evidence(
        UUID id,
        TaskId task,
        AgencyId agency,
        String fileName,
        String mediaType,
        int size,
        String sha256,
        OffsetDateTime at,
        String by) {}
