-- Who an account is at an OpenID provider.
create table provider_identity (
    issuer     text not null,
    subject    text not null,
    account_id uuid not null references account on delete cascade,
    email      text,
    linked_at  timestamptz not null,
    linked_by  uuid not null,
    primary key (issuer, subject),
    unique (account_id, issuer)
);
