package org.readout.platform.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Holds a request against the operations whose path can be its own, by number and words of its parts; the others, of which
 * there are a hundred, need not be asked about methods, parameters and media types first.
 */
final class OperationsByPath extends RequestMappingHandlerMapping {

    /** The parts of a path between slashes; null for a part that is a variable. */
    private record Shape(List<@Nullable String> parts) {

        static @Nullable Shape of(PathPattern pattern) {
            String path = pattern.getPatternString();
            if (path.contains("*")) {
                return null;
            }
            List<@Nullable String> parts = new ArrayList<>();
            for (String part : path.split("/", -1)) {
                if (!part.isEmpty()) {
                    parts.add(part.contains("{") ? null : part);
                }
            }
            return new Shape(parts);
        }

        boolean fits(List<String> path) {
            if (path.size() != parts.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                String part = parts.get(i);
                if (part != null && !part.equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A request with the parts of its path, taken apart once. */
    private static final class Parted extends HttpServletRequestWrapper {
        private final List<String> parts;

        Parted(HttpServletRequest request) {
            super(request);
            this.parts =
                    ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().elements().stream()
                            .filter(e -> e instanceof PathContainer.PathSegment)
                            .map(e -> ((PathContainer.PathSegment) e).valueToMatch())
                            .toList();
        }
    }

    /** By the very operations: what they hash to is much to compute, for each of them at every request. */
    private final Map<RequestMappingInfo, List<@Nullable Shape>> shapes = new IdentityHashMap<>();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> operations) {
        super.handlerMethodsInitialized(operations);
        operations.keySet().forEach(info -> shapes.put(info, shapes(info)));
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        return super.lookupHandlerMethod(path, new Parted(request));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        List<@Nullable Shape> paths = shapes.get(info);
        if (paths == null || !(request instanceof Parted parted)) {
            return super.getMatchingMapping(info, request);
        }
        for (Shape shape : paths) {
            if (shape == null || shape.fits(parted.parts)) {
                return super.getMatchingMapping(info, request);
            }
        }
        return null;
    }

    private static List<@Nullable Shape> shapes(RequestMappingInfo info) {
        List<@Nullable Shape> out = new ArrayList<>();
        if (info.getPathPatternsCondition() == null) {
            out.add(null);
        } else {
            info.getPathPatternsCondition().getPatterns().forEach(p -> out.add(Shape.of(p)));
        }
        return out;
    }
}
