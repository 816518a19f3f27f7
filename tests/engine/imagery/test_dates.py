"""When a raster was acquired."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.contract.codec import from_json, to_json
from engine.contract.notices import Notice
from engine.imagery.dates import acquisition_date, find_acquisition_date, first_date
from engine.imagery.source import Source, SourceOptions, describe_source
from tests.support.rasters import write_plain

CASES = Path(__file__).parents[4] / "shared" / "cases"


def iso(date: datetime.date | None) -> str | None:
    return None if date is None else date.isoformat()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # Year, day of year.
        ("LC80330332015269LGN00_B4.TIF", "2015-09-26"),
        ("LE70330332012060EDC00.tif", "2012-02-29"),
        ("LM20330331975366GDS03.tif", None),
        ("MOD09GA.A2015269.h10v05.006.2015271042500.hdf", "2015-09-26"),
        ("VNP09GA.A2016366.h10v05.001.h5", "2016-12-31"),
        ("MOD13Q1.006__250m_16_days_NDVI_doy2015269_aid0001.tif", "2015-09-26"),
        ("HLS.L30.T18TYN.2015269T153810.v2.0.B04.tif", "2015-09-26"),
        ("EO1H0330332015269110KF.L1R", "2015-09-26"),
        ("AST_L1T_00309262015053245_20150927103030_1234.hdf", "2015-09-26"),
        ("tile_2015269.tif", None),
        ("A2015000.tif", None),
        # Maxar.
        ("23FEB08155345-M2AS-012345678910_01_P001.TIF", "2023-02-08"),
        ("10OCT22155345-S3DS_R1C1-052600014010_01_P001.tif", "2010-10-22"),
        ("23FEB08.tif", "2023-02-08"),
        ("wv02_09dec31.tif", "2009-12-31"),
        ("23FEB30.tif", None),
        ("75JUN12.tif", "1975-06-12"),
        # Day, month, year.
        ("ortho_26-09-2015.tif", "2015-09-26"),
        ("26.09.2015 mine.tif", "2015-09-26"),
        ("flight_26_09_2015.tif", "2015-09-26"),
        ("26092015.tif", "2015-09-26"),
        ("03.05.2021.tif", "2021-05-03"),
        ("09-26-2015.tif", "2015-09-26"),
        ("26SEP2015.tif", "2015-09-26"),
        ("26-Sep-15.tif", "2015-09-26"),
        ("26 September 2015.tif", "2015-09-26"),
        ("Sep 26, 2015.tif", "2015-09-26"),
        ("2015-Sep-26.tif", "2015-09-26"),
        ("12marsh2015.tif", None),
        # No such day.
        ("2015-02-30.tif", None),
        ("30.02.2015.tif", None),
        ("31-04-2015.tif", None),
        ("2015-13-05.tif", None),
        ("13-13-2015.tif", None),
        ("30FEB2015.tif", None),
        ("00.00.0000.tif", None),
        ("20150229_mosaic.tif", None),
        ("29022015.tif", None),
        # Work at a desk.
        ("processed_20210101_flown_20200615.tif", "2020-06-15"),
        ("created 2021-01-01.tif", None),
        ("S2A_MSIL1C_20170105T013442_N0204_R031_T53NMJ_20170106T013443.SAFE", "2017-01-05"),
        ("LC08_L2SP_033033_20150926_20200908_02_T1", "2015-09-26"),
        ("WV02_20150926101559_103001004A.tif", "2015-09-26"),
        ("IMG_PHR1A_PMS_201509261015599_ORT.TIF", "2015-09-26"),
        ("SPOT_20150926_1015599_ORT.TIF", "2015-09-26"),
    ],
)
def test_dates_in_names(name: str, expected: str | None) -> None:
    assert iso(first_date(name)) == expected


@pytest.mark.parametrize(
    "clock",
    ["1904:01:01 00:00:00", "1970:01:01 00:00:00", "1970:01:01 09:12:59", "1969:12:31 19:00:00",
     "1980:01:01 00:03:10", "1980:01:06 00:00:00", "2000:01:01 00:00:00", "0000:00:00 00:00:00"],
)  # fmt: skip
def test_a_clock_that_was_reset_says_nothing(clock: str) -> None:
    for item in ("TIFFTAG_DATETIME", "EXIF_DateTimeOriginal"):
        assert iso(acquisition_date({item: clock}, {}, "ortho_20210503.tif")) == "2021-05-03"
        assert acquisition_date({item: clock}, {}, "ortho.tif") is None


def test_new_years_day_of_a_clock_says_less_than_a_name() -> None:
    clock = {"TIFFTAG_DATETIME": "2008:01:01 00:00:12"}
    assert iso(acquisition_date(clock, {}, "ortho_20210503.tif")) == "2021-05-03"
    assert iso(acquisition_date(clock, {}, "ortho.tif")) == "2008-01-01"


def test_who_works_on_new_years_day_2000_is_believed_where_no_clock_is_meant() -> None:
    assert iso(acquisition_date({"DATE_ACQUIRED": "2000-01-01"}, {}, "a.tif")) == "2000-01-01"
    assert iso(first_date("m_20000101.tif")) == "2000-01-01"
    assert acquisition_date({"DATE_ACQUIRED": "1970-01-01"}, {}, "a.tif") is None


@pytest.mark.parametrize(
    ("items", "name", "expected", "item"),
    [
        ({"NC_GLOBAL#time_coverage_start": "2015-09-26T10:15:59Z"}, "a.nc", "2015-09-26", "NC_GLOBAL#time_coverage_start"),
        ({"RANGEBEGINNINGDATE": "2015-09-26", "PRODUCTIONDATETIME": "2015-10-01"}, "a", "2015-09-26", "RANGEBEGINNINGDATE"),
        ({"NITF_IDATIM": "26101559ZSEP15"}, "a.ntf", "2015-09-26", "NITF_IDATIM"),
        ({"datetime": "2015-09-26T00:00:00Z"}, "a", "2015-09-26", "datetime"),
        ({"ACQUISITION_DATE": "2015-269"}, "a", "2015-09-26", "ACQUISITION_DATE"),
        ({"acquisition_date": "26.09.2015"}, "a", "2015-09-26", "acquisition_date"),
        ({"PROCESSING_DATE": "2015-10-01"}, "a_20150926.tif", "2015-09-26", None),
        ({"PROCESSING_DATE": "2015-10-01"}, "a.tif", None, None),
        ({"PRODUCT_GENERATION_TIME": "2015-10-01T10:00:00"}, "a.tif", None, None),
        ({"TIFFTAG_DATETIME": "2021:05:05 10:15:59"}, "a.tif", "2021-05-05", "TIFFTAG_DATETIME"),
        ({"TIFFTAG_DATETIME": "2021:05:05 10:15:59"}, "20090818.tif", "2009-08-18", None),
        ({"EXIF_DateTimeOriginal": "2019:05:05 10:15:59", "TIFFTAG_DATETIME": "2018:01:02 0:0:0"}, "a", "2019-05-05", "EXIF_DateTimeOriginal"),
        ({"ACQUISITION_DATE": "2015-02-30"}, "a_20150926.tif", "2015-09-26", None),
    ],
)  # fmt: skip
def test_what_says_when_and_where(
    items: dict[str, str], name: str, expected: str | None, item: str | None
) -> None:
    found = find_acquisition_date(items, name)
    assert (iso(found.date) if found else None, found.item if found else None) == (expected, item)


@given(st.text(max_size=40))
def test_any_name_gives_a_plausible_date_or_none(name: str) -> None:
    found = first_date(name)
    assert found is None or datetime.date(1900, 1, 1) <= found


@given(
    st.dates(datetime.date(1960, 1, 1), datetime.date(2025, 12, 31)),
    st.sampled_from(["%Y%m%d", "%Y-%m-%d", "%Y_%m_%d", "%Y%m%dT101559", "%d.%m.%Y", "%d%b%Y", "%d %B %Y", "A%Y%j"]),
    st.sampled_from(["ortho_{}.tif", "{}.tif", "{}_rgb.tif", "north_{}_3.tif"]),
)  # fmt: skip
def test_every_day_is_read_in_every_form(date: datetime.date, form: str, name: str) -> None:
    if "%d.%m" in form and date.day <= 12:
        return  # as day first, by agreement; the next test sees to it
    assert first_date(name.format(date.strftime(form))) == date


def test_day_first_where_both_would_do() -> None:
    assert iso(first_date("03.05.2021.tif")) == "2021-05-03"


@pytest.mark.skipif(not CASES.is_dir(), reason="../shared/cases is absent")
def test_the_shared_case() -> None:
    assert iso(describe_source(str(CASES / "ortho_20210503.tif")).date) == "2021-05-03"


def test_what_decided_is_kept_with_the_source(tmp_path: Path) -> None:
    path = str(write_plain(tmp_path / "m_20090818.tif", np.full((1, 64, 64), 9, np.uint8)))
    source = describe_source(path)
    assert Notice("date-from-name", {"date": "2009-08-18"}) in source.decisions
    assert from_json(Source, json.loads(json.dumps(to_json(source)))) == source
    told = describe_source(path, SourceOptions(date=datetime.date(1999, 9, 9)))
    assert Notice("date-from-option", {"date": "1999-09-09"}) in told.decisions
    tagged = grey_with(tmp_path / "t.tif", TIFFTAG_DATETIME="2011:02:03 04:05:06")
    assert describe_source(tagged).decisions[0].values == {
        "date": "2011-02-03", "item": "TIFFTAG_DATETIME",
    }  # fmt: skip


def test_sources_of_indexes_of_before_are_read(tmp_path: Path) -> None:
    path = str(write_plain(tmp_path / "a.tif", np.full((1, 64, 64), 9, np.uint8)))
    source = describe_source(path)
    before = {
        name: value for name, value in to_json(source).items()
        if name in ("uri", "size_bytes", "modified", "crs_wkt", "transform", "width", "height", "bands", "stretch",
                    "date", "pixel_size_m")
    }  # fmt: skip
    old = from_json(Source, before)
    assert (old.uri, old.bands, old.transform) == (source.uri, source.bands, source.transform)


def grey_with(path: Path, **tags: str) -> str:
    return str(write_plain(path, np.full((1, 64, 64), 9, np.uint8), tags=tags))
