package vn.binhquyen.access;

import jakarta.annotation.PreDestroy;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends invitations by e-mail, one after the other, beside the request that asked; a letter leaves only when what it speaks
 * of is committed. A letter that was not sent, because the server refused it or this process ended, is sent again by hand.
 */
@Component
class InvitationMail {
    private static final Logger LOG = LoggerFactory.getLogger(InvitationMail.class);
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final @Nullable JavaMailSender server;
    private final InvitationRows rows;
    private final MessageSource messages;
    private final String sender;
    private final String address;
    private final ExecutorService queue = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("invitations").factory());

    InvitationMail(
            ObjectProvider<JavaMailSender> server,
            InvitationRows rows,
            MessageSource messages,
            @Value("${binhquyen.mail.sender:}") String sender,
            @Value("${binhquyen.public-address:}") String address) {
        this.server = server.getIfAvailable();
        this.rows = rows;
        this.messages = messages;
        this.sender = sender;
        this.address = address.replaceAll("/+$", "");
    }

    /** Whether there is a server to send by and an address to lead people to. */
    boolean isConfigured() {
        return server != null && !sender.isBlank() && !address.isBlank();
    }

    /** Where the page for codes is, as a sheet of paper says it; empty where it is not configured. */
    String page() {
        return address.isBlank() ? "" : address + "/invitation";
    }

    void sendAfterCommit(Invitation invitation, InvitationCode code) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                queue.execute(() -> send(invitation, code));
            }
        });
    }

    private void send(Invitation invitation, InvitationCode code) {
        SimpleMailMessage letter = new SimpleMailMessage();
        letter.setFrom(sender);
        letter.setTo(invitation.person().email());
        letter.setSubject(messages.getMessage("access.letter.subject", null, VIETNAMESE));
        letter.setText(messages.getMessage(
                "access.letter.text",
                new Object[] {
                    invitation.person().name(),
                    invitation.byName(),
                    invitation.agencyName(),
                    invitation.unitName(),
                    page() + "?code=" + code.shown(),
                    code.shown(),
                    Invitations.DAYS
                },
                VIETNAMESE));
        boolean taken = true;
        try {
            if (server != null) {
                server.send(letter);
            }
        } catch (MailException refused) {
            LOG.warn("the mail server did not take the invitation {}", invitation.id(), refused);
            taken = false;
        }
        rows.noteSent(invitation.id(), taken);
    }

    @PreDestroy
    void stop() {
        queue.shutdown();
    }
}
