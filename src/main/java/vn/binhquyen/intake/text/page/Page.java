package vn.binhquyen.intake.text.page;

import java.util.List;

/** What is printed on a page; pages count from 1. */
public record Page(int number, double width, List<Word> words, List<Rule> rules) {}
