package org.readout.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.http.client.FilteredHostException;

/** Nothing inside can be reached by naming its address. */
class OutboundTests {

    private final Outbound outbound = new Outbound(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost:8080/",
                "http://10.0.0.1/",
                "http://192.168.1.1/",
                "http://172.16.0.9/",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[fd00::1]/",
                "http://0.0.0.0/",
                "http://100.64.0.1/",
                "http://2130706433/",
                "http://0x7f.0.0.1/"
            })
    void noPrivateAddressIsTaken(String url) {
        assertThat(outbound.fault(url)).as(url).isPresent();
    }

    @Test
    void noPrivateAddressIsConnectedTo() throws IOException {
        try (ServerSocket inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("http://127.0.0.1:" + inside.getLocalPort() + "/");
            assertThatThrownBy(() -> outbound.client()
                            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(FilteredHostException.class);
        }
    }

    @Test
    void aPublicAddressIsTaken() {
        assertThat(outbound.fault("https://93.184.215.14/hook")).isEmpty();
        assertThat(new Outbound(true).fault("http://127.0.0.1/")).isEmpty();
    }
}
