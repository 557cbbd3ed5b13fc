package vn.binhquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

class BeforeServingTest {
    @Test
    void nobody_is_let_in_until_all_is_prepared() throws IOException {
        int port = free();
        AtomicBoolean meanwhile = new AtomicBoolean(true);
        try (var context = new AnnotationConfigServletWebServerApplicationContext()) {
            context.registerBean(TomcatServletWebServerFactory.class, () -> new TomcatServletWebServerFactory(port));
            context.getBeanFactory()
                    .registerSingleton("beforeServing", new BeforeServing(() -> meanwhile.set(letsIn(port))));
            context.refresh();
            assertThat(meanwhile).isFalse();
            assertThat(letsIn(port)).isTrue();
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean letsIn(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException refused) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
