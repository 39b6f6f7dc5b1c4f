//! The rule book: one rule, one file, and the registry.

#[cfg(test)]
mod arithmetic_tests;
pub mod c_all_answered;
pub mod c_never;
pub mod c_part;
pub mod c_repeated;
#[cfg(test)]
mod cell_tests;
pub mod date_late;
#[cfg(test)]
mod date_tests;
pub mod formless;
pub mod g_near_miss;
pub mod g_self;
#[cfg(test)]
mod heading_tests;
#[cfg(test)]
mod hint_tests;
pub mod l_brackets;
pub mod l_decree;
pub mod l_fee_rules;
pub mod l_format_name;
pub mod l_format_number;
pub mod l_nested_titles;
pub mod l_old_principle;
pub mod l_outdated_format;
pub mod l_regulation;
pub mod n_all_upheld;
pub mod n_answer;
pub mod n_applicant;
pub mod n_carried_in;
pub mod n_carried_out;
pub mod n_channel;
pub mod n_decisions;
pub mod n_documents;
pub mod n_fee_confused;
pub mod n_fee_contradiction;
pub mod n_fee_missing;
pub mod n_fee_sum;
pub mod n_growth;
pub mod n_identity;
pub mod n_new;
pub mod n_no_dispute;
pub mod n_none;
pub mod n_outlet_twice;
pub mod n_percent;
pub mod n_review;
pub mod n_review_suit;
pub mod n_some;
pub mod n_subtotal;
pub mod n_suit;
pub mod n_type;
pub mod n_type_sum;
pub mod p_applicant_name;
pub mod p_bank_card;
pub mod p_identity;
pub mod p_mobile;
pub mod p_private_mailbox;
pub mod p_remarks;
pub mod p_secret;
pub mod s1_five;
pub mod s1_government;
pub mod s5_both;
pub mod s5_count;
pub mod s_double;
pub mod s_empty;
pub mod s_intro_list;
pub mod s_level;
pub mod s_level_sequence;
pub mod s_markdown_levels;
pub mod s_missing;
pub mod s_order;
pub mod s_shift;
pub mod s_template;
pub mod s_title;
pub mod s_title_marks;
#[cfg(test)]
mod section_tests;
mod support;
pub mod t2_fee_decimals;
pub mod t2_fee_unit;
pub mod t2_few;
pub mod t2_label;
pub mod t2_many_documents;
pub mod t2_no_penalties;
pub mod t2_no_permits;
pub mod t2_outdated;
pub mod t2_rules_of_county;
pub mod t2_stock;
pub mod t3_id;
pub mod t3_label;
pub mod t3_large_carry;
pub mod t3_many_disputes;
pub mod t3_many_others;
pub mod t3_none_but_disputes;
pub mod t3_one_row_other;
pub mod t3_rare_applicant;
pub mod t3_row;
pub mod t3_row_and_column;
pub mod t3_shift;
pub mod t3_split;
pub mod t3_sum;
pub mod t3_total_only;
pub mod t3_unpaid;
pub mod t4_few;
pub mod t4_label;
pub mod t4_more_suits_than_reviews;
pub mod t4_suit_without_review;
pub mod t4_sum;
#[cfg(test)]
mod testing;
pub mod tt_form;
pub mod tt_year;
pub mod v_blank;
pub mod v_dash;
pub mod v_fraction;
pub mod v_fullwidth;
pub mod v_huge;
pub mod v_leading_zero;
pub mod v_letter;
pub mod v_negative;
pub mod v_thousands;
pub mod v_unit;
pub mod w_confused;
pub mod w_damaged;
pub mod w_double_marks;
pub mod w_enumeration;
pub mod w_listed_twice;
pub mod w_narrow_marks;
pub mod w_no_stop;
pub mod w_page_number;
pub mod w_pairs;
pub mod w_repeated;
pub mod w_residue;
pub mod w_slips;
#[cfg(test)]
mod word_tests;
pub mod x_carry;
pub mod x_jump;
pub mod x_pending;
pub mod x_repeated;
pub mod x_sentences;
pub mod x_stock;
pub mod x_year;
pub mod y_other;
pub mod y_period;
#[cfg(test)]
mod year_tests;
pub mod z_about;
pub mod z_chinese_numerals;
pub mod z_dates;
pub mod z_grouping;
pub mod z_measure_words;
pub mod z_ranges;

use crate::rule::Rule;

/// Every rule, in the order of the report: the form as a whole, structure and titles, then the
/// tables, then the text.
pub static ALL: &[&Rule] = &[
    // The form as a whole.
    &formless::RULE,
    // Title, year and period.
    &tt_form::RULE,
    &tt_year::RULE,
    &y_period::RULE,
    &date_late::RULE,
    // Sections and their headings.
    &s_missing::RULE,
    &s_order::RULE,
    &s_double::RULE,
    &s_shift::RULE,
    &s_title::RULE,
    &s_title_marks::RULE,
    &s_markdown_levels::RULE,
    // What the sections hold.
    &s_intro_list::RULE,
    &s_empty::RULE,
    &s1_five::RULE,
    &s1_government::RULE,
    &s5_both::RULE,
    &s5_count::RULE,
    &s_template::RULE,
    &s_level::RULE,
    &s_level_sequence::RULE,
    &y_other::RULE,
    &g_self::RULE,
    &g_near_miss::RULE,
    // Table 二.
    &t2_outdated::RULE,
    &t2_label::RULE,
    &t2_few::RULE,
    &t2_stock::RULE,
    &t2_rules_of_county::RULE,
    &t2_many_documents::RULE,
    &t2_no_permits::RULE,
    &t2_no_penalties::RULE,
    &t2_fee_decimals::RULE,
    &t2_fee_unit::RULE,
    // Table 三.
    &t3_label::RULE,
    &t3_one_row_other::RULE,
    &t3_shift::RULE,
    &t3_total_only::RULE,
    &t3_row::RULE,
    &t3_sum::RULE,
    &t3_id::RULE,
    &t3_split::RULE,
    &t3_row_and_column::RULE,
    &t3_large_carry::RULE,
    &t3_many_others::RULE,
    &t3_unpaid::RULE,
    &t3_none_but_disputes::RULE,
    &t3_many_disputes::RULE,
    &t3_rare_applicant::RULE,
    // Table 四.
    &t4_label::RULE,
    &t4_few::RULE,
    &t4_sum::RULE,
    &t4_suit_without_review::RULE,
    &t4_more_suits_than_reviews::RULE,
    // What stands in the cells of the three tables.
    &v_letter::RULE,
    &v_negative::RULE,
    &v_fraction::RULE,
    &v_blank::RULE,
    &v_dash::RULE,
    &v_unit::RULE,
    &v_fullwidth::RULE,
    &v_leading_zero::RULE,
    &v_thousands::RULE,
    &v_huge::RULE,
    // Statutes and names of documents.
    &l_regulation::RULE,
    &l_decree::RULE,
    &l_format_name::RULE,
    &l_format_number::RULE,
    &l_outdated_format::RULE,
    &l_fee_rules::RULE,
    &l_brackets::RULE,
    &l_nested_titles::RULE,
    &l_old_principle::RULE,
    // Wording, numbers and typing.
    &w_residue::RULE,
    &w_page_number::RULE,
    &w_damaged::RULE,
    &w_repeated::RULE,
    &w_slips::RULE,
    &w_enumeration::RULE,
    &w_listed_twice::RULE,
    &w_pairs::RULE,
    &w_double_marks::RULE,
    &w_confused::RULE,
    &w_narrow_marks::RULE,
    &w_no_stop::RULE,
    &z_about::RULE,
    &z_dates::RULE,
    &z_ranges::RULE,
    &z_measure_words::RULE,
    &z_chinese_numerals::RULE,
    &z_grouping::RULE,
    // What must not be published.
    &p_identity::RULE,
    &p_bank_card::RULE,
    &p_mobile::RULE,
    &p_private_mailbox::RULE,
    &p_secret::RULE,
    &p_remarks::RULE,
    &p_applicant_name::RULE,
    // The narrative against the tables.
    &n_new::RULE,
    &n_none::RULE,
    &n_some::RULE,
    &n_answer::RULE,
    &n_carried_in::RULE,
    &n_carried_out::RULE,
    &n_applicant::RULE,
    &n_type::RULE,
    &n_review::RULE,
    &n_suit::RULE,
    &n_review_suit::RULE,
    &n_no_dispute::RULE,
    &n_all_upheld::RULE,
    &n_documents::RULE,
    &n_decisions::RULE,
    &n_identity::RULE,
    &n_type_sum::RULE,
    &n_subtotal::RULE,
    &n_percent::RULE,
    &n_growth::RULE,
    &n_channel::RULE,
    &n_fee_sum::RULE,
    &n_fee_contradiction::RULE,
    &n_fee_missing::RULE,
    &n_fee_confused::RULE,
    &n_outlet_twice::RULE,
    // Contradictions inside the text.
    &c_all_answered::RULE,
    &c_never::RULE,
    &c_part::RULE,
    &c_repeated::RULE,
    // Against last year's report.
    &x_year::RULE,
    &x_carry::RULE,
    &x_stock::RULE,
    &x_repeated::RULE,
    &x_pending::RULE,
    &x_jump::RULE,
    &x_sentences::RULE,
];

/// The rule with this id, in any case.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.id.eq_ignore_ascii_case(id))
}

pub use formless::formless;
