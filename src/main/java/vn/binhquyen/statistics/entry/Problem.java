package vn.binhquyen.statistics.entry;

import vn.binhquyen.statistics.form.CellKey;

/**
 * Why a form can't be sent in yet.
 *
 * @param code key of the message that says it
 */
public record Problem(CellKey cell, String code) {}
