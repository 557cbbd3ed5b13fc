package vn.binhquyen.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import vn.binhquyen.kernel.Refused;

class LargeImportTest {
    private static final DataSize MOST = DataSize.ofKilobytes(4);

    @Test
    void what_is_just_as_large_as_may_be_is_read_to_its_end() throws IOException {
        assertThat(bounded(4096).readAllBytes()).hasSize(4096);
    }

    @Test
    void what_is_larger_is_refused_while_it_is_read() throws IOException {
        InputStream body = bounded(4097);
        assertThatThrownBy(body::readAllBytes)
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.code()).isEqualTo("statistics.import.too-large"));
    }

    private static InputStream bounded(int bytes) throws IOException {
        return FigureApiController.bounded(new ByteArrayInputStream(new byte[bytes]), MOST);
    }
}
