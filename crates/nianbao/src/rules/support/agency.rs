//! What the agency's name tells of it.

use crate::report::Report;

/// What kind of organ reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Organ {
    /// A people's government of any level, townships included.
    Government,
    /// A street office: an organ sent out by a government, not one itself.
    StreetOffice,
    /// A government's office, which publishes the government's report as well.
    GovernmentOffice,
    /// A department of a government.
    Department,
    /// Any other: schools, hospitals, companies, centres, the committees of development zones.
    Other,
}

/// The kind of the reporting agency; `None` when its name is not known.
pub fn organ(report: &Report) -> Option<Organ> {
    let name = report.agency.as_deref()?.trim();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    let organ = if ends(&["人民政府", "镇", "乡"]) {
        Organ::Government
    } else if ends(&["街道", "街道办事处", "街道办"]) {
        Organ::StreetOffice
    } else if ends(&["政府办公室", "政府办公厅", "政府办"]) {
        Organ::GovernmentOffice
    } else if ends(&["区管理委员会", "园管理委员会", "管委会", "公司"]) {
        Organ::Other
    } else if ends(&["局", "厅", "委员会", "委", "办公室", "办公厅", "办", "部", "司", "署", "支队", "大队"])
    {
        Organ::Department
    } else {
        Organ::Other
    };
    Some(organ)
}

/// Whether the agency is a township's or a street's.
pub fn is_township(report: &Report) -> bool {
    let parts = ["镇人民政府", "乡人民政府", "街道办事处"];
    report.agency.as_deref().is_some_and(|name| {
        parts.iter().any(|part| name.contains(part)) || ["镇", "乡", "街道"].iter().any(|end| name.ends_with(end))
    })
}

/// Whether the agency is a province's government, or its office, which reports for all of the province.
pub fn is_province(report: &Report) -> bool {
    let own = ["省人民政府", "省政府", "自治区人民政府", "自治区政府"];
    let cities = ["北京市", "天津市", "上海市", "重庆市"];
    report.agency.as_deref().is_some_and(|name| {
        let name = name.trim();
        let whole = ["办公厅", "办公室", ""].iter().find_map(|office| name.strip_suffix(office)).unwrap_or(name);
        own.iter().any(|end| whole.ends_with(end))
            || cities
                .iter()
                .any(|city| whole.strip_prefix(city).is_some_and(|rest| matches!(rest, "人民政府" | "政府")))
    })
}

/// Whether the agency is, or belongs to, a county, a district of a city, a township or a street:
/// levels that make no 规章. Zones (开发区, 新区) and cities, whose level their name does not tell, are not.
pub fn is_county_or_below(report: &Report) -> bool {
    let Some(name) = report.agency.as_deref() else { return false };
    is_township(report) || name.contains('县') || names_district(name)
}

/// Whether a name has a city's district in it: 青山市河东区水务局, 河东区人民政府.
pub fn names_district(name: &str) -> bool {
    #[rustfmt::skip]
    let zones = [
        "自治", "地", "新", "特", "开发", "示范", "试验", "管理", "高新", "合作", "保税", "景", "功能", "园", "产业", "实验", "林", "矿", "灌", "辖",
    ];
    let own = name.rsplit_once('市').map_or(name, |(_, own)| own);
    own.split_once('区').is_some_and(|(district, _)| {
        (1..=4).contains(&district.chars().count()) && !zones.iter().any(|zone| district.ends_with(zone))
    })
}

#[cfg(test)]
mod tests {
    use super::names_district;

    #[test]
    fn districts_and_zones() {
        for name in ["青山市河东区水务局", "河东区人民政府", "青山市城区司法局"] {
            assert!(names_district(name), "{name}");
        }
        for name in
            ["青山市水务局", "青山经济技术开发区管理委员会", "青山市高新区管委会", "某某自治区水利厅", "白河新区"]
        {
            assert!(!names_district(name), "{name}");
        }
    }
}
