package vn.binhquyen.plan;

import java.time.LocalDate;

/** The number and date that a signed document gets from the office clerk (Nghị định 30/2020/NĐ-CP, Article 15). */
public record Numbering(int number, LocalDate date) {}
