package org.readout.platform.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readout.platform.ReadyJson;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an answer at once, with its length, rather than in chunks: an answer is a page at most, and what cannot be written
 * is found out before its first byte is sent.
 */
final class WholeJson extends JacksonJsonHttpMessageConverter {

    private static final int USUAL = 4096;

    WholeJson(JsonMapper mapper) {
        super(mapper);
    }

    @Override
    protected void writeInternal(
            Object answer, ResolvableType type, HttpOutputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        if (answer instanceof ReadyJson ready) {
            message.getHeaders().setContentLength(ready.utf8().length);
            message.getBody().write(ready.utf8());
            return;
        }
        Kept kept = new Kept(message.getHeaders(), new ByteArrayOutputStream(USUAL));
        super.writeInternal(answer, type, kept, hints);
        message.getHeaders().setContentLength(kept.bytes().size());
        kept.bytes().writeTo(message.getBody());
    }

    private record Kept(HttpHeaders headers, ByteArrayOutputStream bytes) implements HttpOutputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public OutputStream getBody() {
            return bytes;
        }
    }
}
