package vn.binhquyen.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How far the reading of scans has come, for those who wait. Held by the node that reads and lost with it: a page that
 * asks another node learns nothing and goes on saying that the document is being read.
 */
@Component
public class ScannedPages {

    private static final int MOST = 1_000;

    /** @param read pages read so far, from 1 @param all pages of the document */
    public record Count(int read, int all) {}

    private final Cache<String, Count> counts = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** @param watch the secret by which the waiting page asks, see {@link NewReading#watch} */
    public Optional<Count> of(String watch) {
        return Optional.ofNullable(counts.getIfPresent(watch));
    }

    void note(String watch, Count count) {
        counts.put(watch, count);
    }
}
