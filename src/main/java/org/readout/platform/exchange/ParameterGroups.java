package org.readout.platform.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Constraints;
import org.readout.platform.InputError;
import org.readout.platform.Problem;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads parameters that belong together into a record, by the names of its parts. Spring's own binding looks every part's
 * annotations up again at each request.
 */
final class ParameterGroups implements HandlerMethodArgumentResolver {

    private record Part(String name, TypeDescriptor type) {}

    private record Group(java.lang.reflect.Constructor<?> constructor, List<Part> parts) {}

    private final ConversionService conversion;
    private final Map<Class<?>, Group> groups = new ConcurrentHashMap<>();

    ParameterGroups(ConversionService conversion) {
        this.conversion = conversion;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().isRecord() && parameter.hasParameterAnnotation(ParameterObject.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Group group = groups.computeIfAbsent(parameter.getParameterType(), ParameterGroups::group);
        Map<String, String[]> given = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class))
                .getParameterMap();
        @Nullable Object[] values = new Object[group.parts().size()];
        List<InputError> errors = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Part part = group.parts().get(i);
            String[] texts = given.get(part.name());
            if (texts != null) {
                try {
                    Object text = texts.length == 1 ? texts[0] : texts;
                    values[i] = conversion.convert(text, TypeDescriptor.forObject(text), part.type());
                } catch (ConversionException e) {
                    errors.add(InputError.parameter(
                            part.name(), InputError.expected(part.type().getType())));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.input(errors);
        }
        Object read = BeanUtils.instantiateClass(group.constructor(), values);
        List<InputError> faults = Constraints.ofParameters(read);
        if (!faults.isEmpty()) {
            throw Problem.input(faults);
        }
        return read;
    }

    private static Group group(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            return new Group(
                    type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new)),
                    Arrays.stream(components)
                            .map(c -> new Part(
                                    c.getName(),
                                    new TypeDescriptor(ResolvableType.forType(c.getGenericType()), null, null)))
                            .toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
