/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Index;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.RatingWindow;
import org.openmrs.module.smpr.instrument.Scale;
import org.openmrs.module.smpr.metadata.Dictionary;
import org.openmrs.module.smpr.metadata.DictionaryDao;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;

/** The instruments as this site uses them, found by their code or by the uuid of their encounter type. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/instrument",
        supportedClass = Instrument.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class InstrumentResource extends ViewResource<Instrument> {

    private static final View<Instrument> VIEW = new View<Instrument>("instrument", (i, level) -> uuid(i))
            .ref("code", (i, level) -> i.getCode())
            .ref("display", (i, level) -> Shown.text(i.getLabel()))
            .ref("inUse", (i, level) -> i.isInUse())
            .full("labels", (i, level) -> i.getLabel().texts())
            .standard("title", (i, level) -> Shown.text(i.getTitle()))
            .full("titles", (i, level) -> i.getTitle().texts())
            .standard("source", (i, level) -> i.getSource())
            .standard("notice", (i, level) -> Shown.text(i.getNotice()))
            .full("notices", (i, level) -> i.getNotice().texts())
            .standard("encounterType", (i, level) -> uuid(i))
            .standard("concept", (i, level) -> dictionary().uuid(i.getCode()).orElse(null))
            .standard("window", (i, level) -> window(i.getWindow()))
            .standard("options", InstrumentResource::options)
            .standard("questions", (i, level) -> QuestionView.of(i, dictionary(), level))
            .standard(
                    "dimensions", (i, level) -> Shown.each(i.getDimensions(), dimension -> dimension(dimension, level)))
            .standard("items", (i, level) -> Shown.each(i.getItems(), item -> item(item, level)))
            .standard("scales", (i, level) -> Shown.each(i.getScales(), scale -> scale(scale, level)))
            .standard("indices", (i, level) -> Shown.each(i.getIndices(), index -> index(index, level)));

    public InstrumentResource() {
        super(VIEW);
    }

    @Override
    public Instrument getByUniqueId(String codeOrUuid) {
        return Context.getService(SiteService.class).getInstruments().stream()
                .filter(i -> i.getCode().equals(codeOrUuid) || uuid(i).equals(codeOrUuid))
                .findFirst()
                .orElse(null);
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return page(Context.getService(SiteService.class).getInstruments(), context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        return doGetAll(context);
    }

    private static String uuid(Instrument instrument) {
        return StableUuid.ofEncounterType(instrument.getCode());
    }

    private static Dictionary dictionary() {
        return Context.getRegisteredComponent("smpr.dictionaryDao", DictionaryDao.class)
                .getDictionary();
    }

    private static SimpleObject window(RatingWindow window) {
        return window == null
                ? null
                : new SimpleObject()
                        .add("pastMonths", window.getPastMonths())
                        .add("warnWhenShorter", window.isWarnWhenShorter())
                        .add("horizonFromMonths", window.getHorizonFromMonths())
                        .add("horizonToMonths", window.getHorizonToMonths());
    }

    private static Object options(Instrument instrument, Level level) {
        return Shown.each(
                instrument.getOptions().entrySet(),
                (Map.Entry<String, Label> option) -> Shown.coded(option.getKey(), option.getValue(), level)
                        .add("inUse", instrument.getOptionsInUse().contains(option.getKey())));
    }

    private static SimpleObject dimension(Dimension dimension, Level level) {
        return Shown.coded(dimension.getCode(), dimension.getLabel(), level)
                .add(
                        "higher",
                        dimension.getHigher() == null
                                ? null
                                : dimension.getHigher().name());
    }

    private static SimpleObject item(Item item, Level level) {
        return Shown.coded(item.getCode(), item.getLabel(), level)
                .add("static", item.isFixed())
                .add("perContext", item.isPerContext())
                .add("notApplicable", item.isNotApplicable())
                .add("subItems", Shown.each(item.getSubItems(), s -> Shown.coded(s.getCode(), s.getLabel(), level)));
    }

    private static SimpleObject index(Index index, Level level) {
        return Shown.coded(index.getCode(), index.getLabel(), level)
                .add("notice", Shown.text(index.getNotice()))
                .add(
                        "of",
                        new SimpleObject()
                                .add("instrument", index.getOfInstrument())
                                .add("scale", index.getOfScale()))
                .add("minus", index.getMinus());
    }

    private static SimpleObject scale(Scale scale, Level level) {
        return Shown.coded(scale.getCode(), scale.getLabel(), level)
                .add("items", scale.getItems())
                .add("min", scale.getMin())
                .add("max", scale.getMax())
                .add("mean", scale.isWithMean())
                .add("perContext", scale.isPerContext())
                .add("containsStatic", scale.isWithFixedItems());
    }
}
