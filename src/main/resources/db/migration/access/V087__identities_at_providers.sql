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

-- The verified address by which a provider's first sign-in finds the account: set by an administrator.
create table provider_email (
    account_id uuid primary key references account on delete cascade,
    email      text not null,
    set_at     timestamptz not null,
    set_by     uuid not null
);
create unique index on provider_email (lower(email));
