package vn.binhquyen.statistics.entry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.form.CellKey;

/**
 * Lets what many people save at the same moment be one transaction: of the work of saving one cell, its row is the least. Nobody
 * waits for others to come. Who finds nobody at work takes what is there, and those who come meanwhile are taken together by the
 * first of them. Where not all can be taken together, each is taken for itself, so that nobody bears what another one brought.
 */
@Component
class ParcelQueue {
    private static final Logger LOG = LoggerFactory.getLogger(ParcelQueue.class);

    /** So many parcels are taken together. */
    private static final int MOST = 50;

    /** A parcel with more changes is taken for itself: others would wait for it. */
    private static final int SMALL = 100;

    private final Parcels parcels;
    private final TransactionTemplate transaction;
    private final Lock lock = new ReentrantLock();
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private boolean busy;

    ParcelQueue(Parcels parcels, TransactionTemplate transaction) {
        this.parcels = parcels;
        this.transaction = transaction;
    }

    /** What was brought, and what became of it. Changed only by who holds the lock. */
    private static final class Waiting {
        final Parcel parcel;
        final Condition turn;
        boolean done;

        @Nullable
        Map<CellKey, Outcome> outcomes;

        Waiting(Parcel parcel, Condition turn) {
            this.parcel = parcel;
            this.turn = turn;
        }
    }

    /** In the transaction of who calls where there is one: what that undoes has to be undone. */
    Map<CellKey, Outcome> take(Parcel parcel) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return parcels.take(parcel);
        }
        Map<CellKey, Outcome> outcomes = parcel.changes().size() > SMALL ? null : together(parcel);
        return outcomes != null
                ? outcomes
                : Objects.requireNonNull(transaction.execute(status -> parcels.take(parcel)));
    }

    /** How many stand in the queue. */
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** Null where it has to be taken for itself. */
    private @Nullable Map<CellKey, Outcome> together(Parcel parcel) {
        Waiting own = new Waiting(parcel, lock.newCondition());
        lock.lock();
        try {
            queue.add(own);
            while (!own.done) {
                if (busy) {
                    own.turn.awaitUninterruptibly();
                } else {
                    takeNext();
                }
            }
            return own.outcomes;
        } finally {
            lock.unlock();
        }
    }

    /** The lock is held before and after, and not meanwhile. */
    private void takeNext() {
        List<Waiting> next = next();
        Map<Parcel, Map<CellKey, Outcome>> outcomes = Map.of();
        busy = true;
        lock.unlock();
        try {
            outcomes = taken(next.stream().map(each -> each.parcel).toList());
        } finally {
            lock.lock();
            busy = false;
            for (Waiting each : next) {
                each.outcomes = outcomes.get(each.parcel);
                each.done = true;
                each.turn.signal();
            }
            if (!queue.isEmpty()) {
                queue.element().turn.signal();
            }
        }
    }

    /** The first ones in the queue, of different units or periods. */
    private List<Waiting> next() {
        record Desk(UnitId unit, Period period) {}
        Set<Desk> desks = new HashSet<>();
        List<Waiting> next = new ArrayList<>();
        for (Iterator<Waiting> each = queue.iterator(); each.hasNext() && next.size() < MOST; ) {
            Waiting waiting = each.next();
            if (desks.add(new Desk(
                    waiting.parcel.sheet().unit(), waiting.parcel.sheet().period()))) {
                next.add(waiting);
                each.remove();
            }
        }
        return next;
    }

    private Map<Parcel, Map<CellKey, Outcome>> taken(List<Parcel> next) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> parcels.takeFree(next)));
        } catch (RuntimeException failure) {
            LOG.info(
                    "{} parcels could not be taken together, each is taken for itself: {}",
                    next.size(),
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
            LOG.debug("Why they could not", failure);
            return Map.of();
        }
    }
}
