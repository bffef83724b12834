package org.readout.platform.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds a request's operation among those whose path has its words, in a tree of the paths' parts; the others, of which
 * there are a hundred, need not be asked. Where not exactly one of them fits, all are asked, and the usual rules decide.
 */
final class OperationsByPath extends RequestMappingHandlerMapping {

    private record Operation(RequestMappingInfo info, HandlerMethod method) {}

    /** The operations whose paths are the same up to here, but for the names of variables. */
    private static final class Branch {
        private final List<Operation> here = new ArrayList<>();
        private final Map<String, Branch> words = new HashMap<>();
        private @Nullable Branch variable;

        void add(PathPattern path, Operation operation) {
            Branch branch = this;
            for (String part : path.getPatternString().split("/", -1)) {
                if (!part.isEmpty()) {
                    branch = branch.after(part);
                }
            }
            branch.here.add(operation);
        }

        private Branch after(String part) {
            if (!part.contains("{")) {
                return words.computeIfAbsent(part, p -> new Branch());
            }
            if (variable == null) {
                variable = new Branch();
            }
            return variable;
        }

        void collect(List<PathContainer.Element> path, int from, List<Operation> out) {
            int at = from;
            while (at < path.size() && !(path.get(at) instanceof PathSegment)) {
                at++;
            }
            if (at == path.size()) {
                out.addAll(here);
                return;
            }
            Branch word = words.get(((PathSegment) path.get(at)).valueToMatch());
            if (word != null) {
                word.collect(path, at + 1, out);
            }
            if (variable != null) {
                variable.collect(path, at + 1, out);
            }
        }
    }

    /** Before those of the management, of which each is asked about media types before its path. */
    private static final int FIRST = -200;

    private final Branch root = new Branch();

    /** Those whose paths have any number of parts. */
    private final List<Operation> anywhere = new ArrayList<>();

    @Override
    public int getOrder() {
        return FIRST;
    }

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> operations) {
        super.handlerMethodsInitialized(operations);
        operations.forEach((info, method) -> {
            Operation operation = new Operation(info, method);
            if (info.getPathPatternsCondition() == null) {
                anywhere.add(operation);
                return;
            }
            for (PathPattern path : info.getPathPatternsCondition().getPatterns()) {
                if (path.getPatternString().contains("*")) {
                    anywhere.add(operation);
                } else {
                    root.add(path, operation);
                }
            }
        });
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        List<Operation> fitting = fitting(request);
        if (fitting.size() != 1) {
            return super.lookupHandlerMethod(path, request);
        }
        Operation only = fitting.get(0);
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, only.method());
        handleMatch(only.info(), path, request);
        return only.method();
    }

    private List<Operation> fitting(HttpServletRequest request) {
        List<Operation> candidates = new ArrayList<>(anywhere);
        root.collect(
                ServletRequestPathUtils.getParsedRequestPath(request)
                        .pathWithinApplication()
                        .elements(),
                0,
                candidates);
        List<Operation> out = new ArrayList<>(1);
        for (Operation candidate : candidates) {
            RequestMappingInfo narrowed = getMatchingMapping(candidate.info(), request);
            if (narrowed != null) {
                out.add(new Operation(narrowed, candidate.method()));
            }
        }
        return out;
    }
}
