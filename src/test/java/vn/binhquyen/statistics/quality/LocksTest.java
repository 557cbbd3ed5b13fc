package vn.binhquyen.statistics.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.exchange.FigureFormat;
import vn.binhquyen.statistics.exchange.FigureImports;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.WrittenFigures;

@IntegrationTest
class LocksTest {
    private static final Period QUARTER = Period.of(Period.Kind.QUARTER, 2025, 4);
    private static final Period YEAR = Period.year(2025);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    @Autowired
    Provinces provinces;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    WrittenFigures figures;

    @Autowired
    Locks locks;

    @Autowired
    LockedFigures locked;

    @Autowired
    FigureImports imports;

    @Autowired
    Organization organization;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    private Province province;
    private Commune commune;
    private Actor keeper;

    @BeforeEach
    void found() {
        province = provinces.found();
        commune = province.commune();
        keeper = province.consolidator();
    }

    @Test
    void from_its_first_day_on_nothing_is_written_in_the_unit_and_below_it() {
        lock(province.unit(), YEAR, null, TODAY.plusDays(5));
        write(commune, YEAR);
        clock.moveTo(TODAY.plusDays(5));
        assertLocked(commune, YEAR);
        UnitId village = province.village(commune);
        assertThatThrownBy(() -> figures.write(commune.standingOfficer(), village, YEAR, Map.of("NQ28-1.1.NUM", 1)))
                .isInstanceOf(Refused.class);
        assertThat(current.as(keeper, () -> locks.over(figures.sheet(commune.unit(), YEAR))))
                .isPresent();
    }

    @Test
    void a_lock_holds_the_shorter_periods_in_it_and_no_others() {
        lock(province.unit(), YEAR, null, TODAY);
        assertLocked(commune, QUARTER);
        assertLocked(commune, Period.of(Period.Kind.MONTH, 2025, 7));
        write(commune, Period.year(2024));
        write(provinces.found().commune(), YEAR);
    }

    @Test
    void who_asks_of_one_period_is_not_answered_of_another() {
        Sheet sheet = current.as(keeper, () -> figures.sheet(commune.unit(), YEAR));
        LockedFigures.Question ofAnother = new LockedFigures.Question(Set.of(QUARTER));
        assertThatIllegalStateException().isThrownBy(() -> locked.look(Map.of(sheet, Set.of(1)), ofAnother));
    }

    @Test
    void a_lock_of_one_quarter_leaves_the_year_open() {
        lock(province.unit(), QUARTER, null, TODAY);
        assertLocked(commune, QUARTER);
        write(commune, YEAR);
    }

    @Test
    void one_unit_is_excepted_until_the_end_of_a_day() {
        PeriodLockId id = lock(province.unit(), YEAR, null, TODAY);
        Commune other = province.anotherCommune(2);
        except(id, commune.unit(), TODAY.plusDays(3));
        write(commune, YEAR);
        assertLocked(other, YEAR);
        clock.moveTo(TODAY.plusDays(3));
        write(commune, YEAR);
        clock.moveTo(TODAY.plusDays(4));
        assertLocked(commune, YEAR);
    }

    @Test
    void an_exception_is_taken_back() {
        PeriodLockId id = lock(province.unit(), YEAR, null, TODAY);
        except(id, commune.unit(), TODAY.plusDays(3));
        PeriodLock.Excepted excepted =
                current.as(keeper, () -> locks.one(id)).exceptions().getFirst();
        assertThat(excepted.isOpen(TODAY)).isTrue();
        current.as(keeper, () -> locks.takeBack(keeper, id, excepted.id()));
        assertLocked(commune, YEAR);
    }

    @Test
    void a_lock_is_lifted_with_a_reason_and_by_who_saw_it_as_it_is() {
        PeriodLockId id = lock(province.unit(), YEAR, null, TODAY);
        current.as(keeper, () -> locks.unlock(keeper, id, "Số liệu phải rà soát lại", 0));
        write(commune, YEAR);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> current.as(keeper, () -> locks.unlock(keeper, id, "Lần nữa", 0)));
        assertThatThrownBy(() -> except(id, commune.unit(), TODAY)).isInstanceOf(Refused.class);
    }

    @Test
    void an_exception_is_for_a_unit_below_and_a_day_to_come() {
        PeriodLockId id = lock(province.unit(), YEAR, null, TODAY);
        UnitId elsewhere = provinces.found().commune().unit();
        assertRefused("quality.lock.unit.elsewhere", () -> except(id, elsewhere, TODAY));
        assertRefused("quality.lock.last-day.over", () -> except(id, commune.unit(), TODAY.minusDays(1)));
    }

    @Test
    void the_same_is_locked_once() {
        lock(province.unit(), YEAR, null, TODAY);
        assertRefused("quality.lock.already", () -> lock(province.unit(), YEAR, null, TODAY.plusDays(1)));
    }

    @Test
    void a_file_gives_no_locked_figure_another_number() {
        figures.write(commune.standingOfficer(), commune.unit(), YEAR, Map.of("NQ28-1.1.NUM", 1));
        lock(province.unit(), YEAR, null, TODAY);
        String code =
                current.as(keeper, () -> organization.unit(commune.unit())).code();
        FigureImports.Report same = take("%s,2025,NQ28-1.1.NUM,,1".formatted(code));
        assertThat(same.errors()).isEmpty();
        FigureImports.Report other = take(
                "%1$s,2025Q4,NQ28-1.1.DEN,,7\n%1$s,2026,NQ28-1.1.DEN,,7\n%1$s,2025,NQ28-1.1.NUM,,2".formatted(code));
        assertThat(other.errors())
                .filteredOn(error -> error.code().equals("statistics.import.locked"))
                .extracting(FigureImports.RowError::row)
                .containsExactly(1, 3);
    }

    @Test
    void only_who_keeps_the_figures_there_locks_them() {
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> current.as(
                        commune.policeOfficer(),
                        () -> locks.lock(
                                commune.policeOfficer(), new NewLock(commune.unit(), YEAR, null, TODAY, "Chốt"))));
        PeriodLockId id = lock(province.unit(), YEAR, null, TODAY);
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> current.as(
                        commune.standingOfficer(), () -> locks.unlock(commune.standingOfficer(), id, "Mở cho xã", 0)));
    }

    private FigureImports.Report take(String rows) {
        byte[] file = ("orgUnit,period,dataElement,categoryOptionCombo,value\n" + rows + "\n")
                .getBytes(StandardCharsets.UTF_8);
        return current.as(
                keeper,
                () -> imports.take(keeper, province.unit(), FigureFormat.CSV, new ByteArrayInputStream(file), false));
    }

    private PeriodLockId lock(UnitId unit, Period period, @Nullable String form, LocalDate from) {
        return current.as(
                keeper, () -> locks.lock(keeper, new NewLock(unit, period, form, from, "Đã chốt số liệu năm")));
    }

    private void except(PeriodLockId id, UnitId unit, LocalDate lastDay) {
        current.as(keeper, () -> locks.except(keeper, id, new NewException(unit, lastDay, "Bổ sung báo cáo")));
    }

    private void write(Commune where, Period period) {
        figures.write(where.standingOfficer(), where.unit(), period, Map.of("NQ28-1.1.NUM", 1));
    }

    private void assertLocked(Commune where, Period period) {
        assertRefused("quality.locked", () -> write(where, period));
    }

    private static void assertRefused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
