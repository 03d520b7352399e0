/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hibernate.Hibernate;
import org.openmrs.Auditable;
import org.openmrs.Retireable;
import org.openmrs.Voidable;
import org.openmrs.annotation.Handler;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.Converter;
import org.openmrs.module.webservices.rest.web.resource.api.Resource;
import org.openmrs.module.webservices.rest.web.response.ConversionException;
import org.springframework.util.ClassUtils;
import org.springframework.util.NumberUtils;

/** Turns values into what JSON can say and back. */
public class ConversionUtil {
    public static final String DATE_FORMAT = "yyyy-MM-dd'T'HH:mm:ss.SSSZ";
    private static final List<String> DATE_FORMATS = Arrays.asList(
            DATE_FORMAT,
            "yyyy-MM-dd'T'HH:mm:ss.SSSX",
            "yyyy-MM-dd'T'HH:mm:ss.SSS",
            "yyyy-MM-dd'T'HH:mm:ssZ",
            "yyyy-MM-dd'T'HH:mm:ssX",
            "yyyy-MM-dd'T'HH:mm:ssXXX",
            "yyyy-MM-dd'T'HH:mm:ss",
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd");

    @SuppressWarnings("unchecked")
    public static <T> Converter<T> getConverter(Class<T> clazz) {
        Resource resource = Context.getService(RestService.class).getResourceBySupportedClass(clazz);
        if (resource instanceof Converter) {
            return (Converter<T>) resource;
        }
        for (Converter<?> converter : Context.getRegisteredComponents(Converter.class)) {
            Handler handler = ClassUtils.getUserClass(converter).getAnnotation(Handler.class);
            if (handler != null && Arrays.asList(handler.supports()).contains(clazz)) {
                return (Converter<T>) converter;
            }
        }
        return null;
    }

    public static Object convert(Object object, Type toType) {
        return convert(object, toType, null);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static Object convert(Object object, Type toType, Object instance) {
        Type raw = toType instanceof ParameterizedType ? ((ParameterizedType) toType).getRawType() : toType;
        if (object == null || !(raw instanceof Class)) {
            return object;
        }
        Class<?> toClass = ClassUtils.resolvePrimitiveIfNecessary((Class<?>) raw);
        if (object instanceof Collection && Collection.class.isAssignableFrom(toClass)) {
            Type element = toType instanceof ParameterizedType
                    ? ((ParameterizedType) toType).getActualTypeArguments()[0]
                    : Object.class;
            Collection<Object> converted = SortedSet.class.isAssignableFrom(toClass)
                    ? new TreeSet<>()
                    : Set.class.isAssignableFrom(toClass) ? new LinkedHashSet<>() : new ArrayList<>();
            ((Collection<?>) object).forEach(o -> converted.add(convert(o, element, instance)));
            return converted;
        }
        if (toClass.isInstance(object)) {
            return object;
        }
        if (object instanceof Map) {
            return convertMap((Map<String, ?>) object, toClass);
        }
        try {
            if (object instanceof Number && Number.class.isAssignableFrom(toClass)) {
                return NumberUtils.convertNumberToTargetClass((Number) object, (Class<Number>) toClass);
            }
            if (object instanceof Boolean && toClass == String.class) {
                return object.toString();
            }
            if (object instanceof String) {
                String string = (String) object;
                Converter<?> converter = getConverter(toClass);
                if (converter != null) {
                    return converter.getByUniqueId(string);
                }
                if (Date.class == toClass) {
                    return date(string);
                }
                if (Locale.class == toClass) {
                    return Locale.forLanguageTag(string.replace('_', '-'));
                }
                if (toClass.isEnum()) {
                    return Enum.valueOf((Class) toClass, string);
                }
                if (toClass == Boolean.class) {
                    return Boolean.valueOf(string);
                }
                if (Number.class.isAssignableFrom(toClass)) {
                    return NumberUtils.parseNumber(string, (Class<Number>) toClass);
                }
            }
        } catch (ConversionException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ConversionException("Error converting from " + object.getClass() + " to " + toClass, e);
        }
        throw new ConversionException("Don't know how to convert from " + object.getClass() + " to " + toClass);
    }

    private static Date date(String string) {
        for (String format : DATE_FORMATS) {
            SimpleDateFormat reader = new SimpleDateFormat(format);
            reader.setLenient(false);
            ParsePosition end = new ParsePosition(0);
            Date date = reader.parse(string, end);
            if (date != null && end.getIndex() == string.length()) {
                return date;
            }
        }
        throw new ConversionException(
                "Error converting date - correct format (ISO8601 Long): " + DATE_FORMAT,
                new IllegalArgumentException("Invalid format: \"" + string + "\""));
    }

    public static Object convertMap(Map<String, ?> map, Class<?> toClass) {
        Converter<?> converter = getConverter(toClass);
        String uuid = (String) map.get(RestConstants.PROPERTY_UUID);
        Object known = uuid == null ? null : converter.getByUniqueId(uuid);
        Object converted =
                known == null ? converter.newInstance((String) map.get(RestConstants.PROPERTY_FOR_TYPE)) : known;
        Map<String, Object> properties = new LinkedHashMap<>(map);
        if (properties.containsKey("value")) {
            // What an observation's value is, its concept tells, and a form engine says that afterwards.
            properties.put("value", properties.remove("value"));
        }
        properties.forEach((name, value) -> converter.setProperty(converted, name, value));
        return converted;
    }

    public static <S> Object convertToRepresentation(S o, Representation rep) {
        return convertToRepresentation(o, rep, (Converter<?>) null);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    public static <S> Object convertToRepresentation(S object, Representation rep, Converter specificConverter) {
        Object o = Hibernate.unproxy(object);
        if (o == null || o instanceof SimpleObject) {
            return o;
        }
        if (o instanceof Collection) {
            List<Object> converted = new ArrayList<>();
            ((Collection<?>) o).forEach(e -> converted.add(convertToRepresentation(e, rep, specificConverter)));
            return converted;
        }
        if (o instanceof Map) {
            Map<Object, Object> converted = new LinkedHashMap<>();
            ((Map<?, ?>) o).forEach((k, v) -> converted.put(k, convertToRepresentation(v, rep, specificConverter)));
            return converted;
        }
        if (o instanceof Date) {
            return new SimpleDateFormat(DATE_FORMAT).format((Date) o);
        }
        if (o instanceof Locale) {
            return ((Locale) o).toLanguageTag();
        }
        if (o instanceof Class) {
            return ((Class<?>) o).getName();
        }
        Converter<Object> converter = specificConverter == null
                ? (Converter<Object>) (Converter<?>)
                        (ClassUtils.isPrimitiveOrWrapper(o.getClass()) || o instanceof String || o instanceof Enum
                                ? null
                                : getConverter(o.getClass()))
                : (Converter<Object>) specificConverter;
        if (converter == null) {
            return o;
        }
        try {
            return converter.asRepresentation(o, rep);
        } catch (Exception e) {
            throw new ConversionException("converting " + o.getClass() + " to " + rep, e);
        }
    }

    public static SimpleObject getAuditInfo(Object delegate) {
        SimpleObject audit = new SimpleObject();
        if (delegate instanceof Auditable) {
            Auditable auditable = (Auditable) delegate;
            audit.add("creator", ref(auditable.getCreator()));
            audit.add("dateCreated", ref(auditable.getDateCreated()));
            audit.add("changedBy", ref(auditable.getChangedBy()));
            audit.add("dateChanged", ref(auditable.getDateChanged()));
        }
        if (delegate instanceof Retireable && Boolean.TRUE.equals(((Retireable) delegate).getRetired())) {
            Retireable retireable = (Retireable) delegate;
            audit.add("retiredBy", ref(retireable.getRetiredBy()));
            audit.add("dateRetired", ref(retireable.getDateRetired()));
            audit.add("retireReason", retireable.getRetireReason());
        }
        if (delegate instanceof Voidable && Boolean.TRUE.equals(((Voidable) delegate).getVoided())) {
            Voidable voidable = (Voidable) delegate;
            audit.add("voidedBy", ref(voidable.getVoidedBy()));
            audit.add("dateVoided", ref(voidable.getDateVoided()));
            audit.add("voidReason", voidable.getVoidReason());
        }
        return audit;
    }

    private static Object ref(Object value) {
        return convertToRepresentation(value, Representation.REF);
    }
}
