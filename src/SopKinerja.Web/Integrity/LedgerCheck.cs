using Npgsql;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Integrity;

/// <summary>Holds every kept row against the ledger, and the ledger against itself and its seals.</summary>
/// <param name="outside">A seal that was kept elsewhere.</param>
/// <param name="authority">SHA-256 of the certificate of the only authority that may be there, in hexadecimal digits.</param>
/// <remarks>The database does the work, in portions by key; what comes out are the faults.</remarks>
internal sealed class LedgerCheck(NpgsqlConnection connection, Action<string> progress, Segel? outside = null, string? authority = null)
{
    /// <summary>The migration since which a new account has a line in the log of changes.</summary>
    private const int AccountsAreTold = 35;

    private const int RenamingsAreTold = 47;

    private readonly Findings _findings = new(connection);

    /// <summary>Lines of the ledger in one portion.</summary>
    public int LinesAtOnce { get; init; } = 100_000;

    /// <summary>Lines of the ledger that were looked at.</summary>
    public long Lines { get; private set; }

    public int Seals { get; private set; }

    /// <summary>Whether it began as a demo, in which nothing counts.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>How far the time in a row may be from that of its line; null where the program's clock is not that of the
    /// database.</summary>
    public TimeSpan? MostApart { get; init; }

    /// <summary>A sentence for each stretch of nights without a seal: nothing that was changed, but nothing held what was recorded
    /// then.</summary>
    public IReadOnlyList<string> NightsWithoutSeal { get; private set; } = [];

    /// <summary>A sentence for each that is not as it was recorded; names no person.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancel)
    {
        // Rows are digested as the recording function sees them.
        await ExecuteAsync($"""
            set timezone = 'UTC'; set datestyle = 'ISO'; set bytea_output = 'hex'; set intervalstyle = 'postgres';
            set extra_float_digits = 1; set search_path = {Guards.SearchPath}
            """, cancel);
        _findings.Add(Guards.Faults(await Guards.ReadAsync(connection, cancel)));
        _findings.Add((await RuntimeRole.ExcessesAsync(connection, cancel)).Select(e => $"Hak basis data terlalu luas: {e}."));
        var lines = new LineCheck(connection, _findings, MostApart);
        await TryAsync("rantai", () => ChainsAsync(cancel));
        await TryAsync("urutan catatan", () => OrderAsync(cancel));
        await TryAsync("ujung rantai", () => HeadsAsync(cancel));
        foreach (var table in KeptTable.All)
        {
            await TryAsync($"tabel {table.Ledger}", () => RowsAsync(table, cancel));
        }

        await TryAsync("bukti dukung", () => EvidenceAsync(cancel));
        await TryAsync("isi dokumen", () => ContentsAsync(cancel));
        await new HistoryCheck(_findings).RunAsync(TryAsync, cancel);
        await lines.RunAsync(TryAsync, cancel);
        IsDemo = lines.Demo is not null;
        await TryAsync("hak akun", () => RightsAsync(lines.Demo, cancel));
        await TryAsync("nama pada akun", () => NamesAsync(cancel));
        await TryAsync("otoritas", () => AuthoritiesAsync(cancel));
        await TryAsync("segel", () => SealsAsync(cancel));
        return _findings.All;
    }

    // A value that cannot even be read is a fault, and hides none of the others.
    private async Task TryAsync(string what, Func<Task> check)
    {
        try
        {
            await check();
        }
        catch (Exception refused) when (Unsaved.CodeOf(refused) is not null)
        {
            _findings.Add($"Pemeriksaan {what} tidak dapat diselesaikan, karena ada isi yang tidak terbaca ({Unsaved.CodeOf(refused)}).");
        }
    }

    /// <summary>Each link is that of its line and of the link before, and no number is missing.</summary>
    private async Task ChainsAsync(CancellationToken cancel)
    {
        var (chain, no, link) = ("", 0, Array.Empty<byte>());
        while (true)
        {
            await using var command = new NpgsqlCommand("""
                with portion as (
                    select * from ledger where (chain, no) > (@chain, @no) order by chain, no limit @most),
                with_before as (
                    select *,
                        coalesce(lag(link) over w, case when chain = @chain then @link else '' end) as before,
                        coalesce(lag(no) over w, case when chain = @chain then @no else 0 end) as before_no
                    from portion window w as (partition by chain order by no)),
                judged as (
                    select chain, no, tbl, key, no = before_no + 1
                            and link = public.ledger_link(before, chain, no, tbl, key, op, digest, tx, at, cols) as fits,
                        link, row_number() over (order by chain desc, no desc) = 1 as is_last, count(*) over () as count
                    from with_before)
                select * from judged where not fits or is_last order by chain, no
                """, connection)
            { CommandTimeout = 0 };
            command.Parameters.AddWithValue("chain", chain);
            command.Parameters.AddWithValue("no", no);
            command.Parameters.AddWithValue("link", link);
            command.Parameters.AddWithValue("most", LinesAtOnce);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            var broken = "";
            var count = 0L;
            while (await reader.ReadAsync(cancel))
            {
                var at = reader.GetString(0);
                if (!reader.GetBoolean(4) && at != broken)
                {
                    // What comes after the first broken link of a chain says nothing new.
                    broken = at;
                    _findings.Add(
                        $"Rantai {at}: putus pada mata rantai {reader.GetInt32(1)} ({reader.GetString(2)} {reader.GetString(3)}).");
                }

                if (reader.GetBoolean(6))
                {
                    (chain, no, link, count) = (at, reader.GetInt32(1), (byte[])reader.GetValue(5), reader.GetInt64(7));
                }
            }

            Lines += count;
            if (count < LinesAtOnce)
            {
                return;
            }

            progress($"{Lines} mata rantai diperiksa.");
        }
    }

    /// <summary>Lines are numbered and dated as they came, within a chain and altogether; a day is left for those who wait for each other
    /// and for clocks that are set.</summary>
    private Task OrderAsync(CancellationToken cancel) => FindAsync(
        $"""
        select {LineCheck.Named} || case when l.id < 1 or l.id < l.last_id then 'bernomor lebih kecil daripada yang sebelumnya.'
            else 'bertanggal ' || to_char(l.at, 'YYYY-MM-DD') || ', lebih tua daripada yang dicatat sebelumnya.' end
        from (
            select *, lag(id) over (partition by chain order by no) as last_id,
                max(at) over (order by id rows unbounded preceding) as newest
            from ledger) l
        where l.id < 1 or l.id < l.last_id or l.at < l.newest - interval '1 day'
        """, cancel);

    private Task HeadsAsync(CancellationToken cancel) => FindAsync(
        """
        select 'Rantai ' || coalesce(h.chain, l.chain) || ': ujungnya tidak cocok (mata rantai '
            || coalesce(l.no::text, '-') || ', tercatat ' || coalesce(h.no::text, '-') || ').'
        from ledger_heads h full join (select distinct on (chain) chain, no, link from ledger order by chain, no desc) l using (chain)
        where (h.no, h.link) is distinct from (l.no, l.link)
        """, cancel);

    /// <summary>Each row is as its last line says, none is without a line, and none is gone; what goes with time goes in its
    /// time.</summary>
    private async Task RowsAsync(KeptTable table, CancellationToken cancel)
    {
        var key = string.Join(" || '/' || ", table.Key.Select(k => $"(to_jsonb(t) ->> '{k}')"));
        var (name, leftOut) = (table.Ledger, string.Join(',', table.LeftOut));
        await FindAsync($"""
            select case when r.key is null then '{name} ' || l.key || ' (rantai ' || l.chain || '): hilang, padahal rantainya mencatatnya.'
                when l.key is null then '{name} ' || r.key || ' (rantai ' || r.chain || '): tidak tercatat di rantainya.'
                else '{name} ' || r.key || ' (rantai ' || l.chain || '): berubah tanpa tercatat di rantainya.' end
            from (select {key} as key, '{table.Chain}/' || coalesce(to_jsonb(t) ->> '{table.ChainColumn}', '') as chain,
                    public.row_digest(to_jsonb(t), string_to_array('{leftOut}', ',')) as digest
                from {table.Name} t) r
            full join (select * from (
                select distinct on (key) key, chain, op, digest from ledger where tbl = '{name}' order by key, id desc) x
                where op <> 'D') l using (key)
            where (r.digest, r.chain) is distinct from (l.digest, l.chain)
            """, cancel);
        if (table.GoesWithTime)
        {
            await FindAsync($"""
                select '{name} ' || l.key || ' (rantai ' || l.chain || ', mata rantai ' || l.no || '): dihapus sebelum waktunya.'
                from ledger l where l.tbl = '{name}' and l.op = 'D' and not exists (
                    select from ledger i where i.tbl = '{name}' and i.key = l.key and i.op in ('I', 'B')
                        and i.at < l.at - public.access_kept_least())
                """, cancel);
        }
    }

    /// <summary>The bytes of each bukti dukung are those that its dossier names, and none is there that nobody names.</summary>
    private Task EvidenceAsync(CancellationToken cancel) => FindAsync(
        """
        select 'Bukti dukung ' || coalesce(n.key, c.key) || ' berkas ' || coalesce(n.dossier_id, c.dossier_id) || ': ' || case
            when c.key is null then 'isinya tidak ada.'
            when n.key is null then 'tidak disebut oleh berkasnya.'
            else 'isinya tidak sama dengan yang disimpan (SHA-256 tercatat ' || n.sha || ').' end
        from (
            select d.id as dossier_id, e ->> 'Key' as key, e ->> 'Sha256' as sha
            from dossiers d cross join lateral jsonb_path_query(
                jsonb_build_array(d.evidence, d.keberatan, d.draft_keberatan, d.penetapan_ground, d.fallen_grounds),
                'strict $.** ? (exists (@.Sha256))') e
            where e ? 'Key') n
        full join (select key, dossier_id, encode(sha256(bytes), 'hex') as sha from evidence_contents) c using (key, dossier_id)
        where n.sha is distinct from c.sha
        """, cancel);

    /// <summary>No bytes are kept for which there is no document and no scan.</summary>
    private Task ContentsAsync(CancellationToken cancel) => FindAsync(
        """
        select 'Isi dokumen ' || document_id || ': dokumennya tidak ada.' from document_contents c
        where not exists (select from documents d where d.id = c.document_id)
        union all
        select 'Isi pindaian ' || scan_id || ': pindaiannya tidak ada.' from scan_contents c
        where not exists (select from scans s where s.id = c.scan_id)
        """, cancel);

    /// <summary>An account is made, and rights change, with a line in the log of changes, in the same transaction; accounts that were made
    /// before this was asked need none. Until migration 47 a person's other name was told of the person alone.</summary>
    private Task RightsAsync(long? demo, CancellationToken cancel) => _findings.AskAsync(
        $"""
        select 'Akun ' || key || ' (rantai ' || chain || ', mata rantai ' || no || '): '
            || case op when 'I' then 'dibuat' else 'haknya berubah' end || ' tanpa tercatat sebagai perubahan.'
        from ledger l where tbl = 'accounts.hak' and l.tx is distinct from @demo and (op = 'U' or (op = 'I' and id > (
                select min(id) from ledger where tbl = 'schema_migrations' and key = '{AccountsAreTold}')))
            and not exists (
                select from ledger c join changes h on h.id = c.key::bigint
                where c.tx = l.tx and c.tbl = 'changes' and (
                    (h.subject = '{ChangeSubjects.Akun}' and h.subject_id::text = l.key)
                    or l.id <= (select min(id) from ledger where tbl = 'schema_migrations' and key = '{LineCheck.NamesSubjects}')
                    or (l.op = 'U' and h.subject = '{ChangeSubjects.Pegawai}'
                        and h.subject_id = (select a.pegawai_id from accounts a where a.id::text = l.key)
                        and l.id <= (select min(id) from ledger where tbl = 'schema_migrations' and key = '{RenamingsAreTold}'))))
        """, cancel, ("demo", (object?)demo ?? DBNull.Value));

    /// <summary>No account that belongs to nobody bears the name of a person or of another such account. Before migration 45 every
    /// administrator whom nobody gave a name was called so.</summary>
    private Task NamesAsync(CancellationToken cancel) => FindAsync(
        """
        select 'Akun ' || a.id || ': namanya sama dengan nama '
            || case when p.id is null then 'akun ' || b.id else 'pegawai ' || p.id end || '.'
        from accounts a
            left join lateral (
                select min(p.id) as id from pegawai p where public.name_form(a.nama) = any (public.person_forms(p.nama))) p on true
            left join lateral (
                select min(b.id) as id from accounts b
                where b.pegawai_id is null and b.id < a.id and public.name_form(b.nama) = public.name_form(a.nama)
                    and a.nama <> 'Administrator') b on true
        where a.pegawai_id is null and num_nonnulls(p.id, b.id) > 0
        """, cancel);

    private async Task AuthoritiesAsync(CancellationToken cancel)
    {
        if (authority is null)
        {
            return;
        }

        var only = new string([.. authority.Where(char.IsAsciiHexDigit)]).ToLowerInvariant();
        await using var command = new NpgsqlCommand(
            "select id, encode(sha256(certificate), 'hex') from signing_authorities order by id", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            if (reader.GetString(1) != only)
            {
                _findings.Add($"Otoritas {reader.GetInt32(0)}: sidik jari sertifikatnya {reader.GetString(1)}, bukan yang diberikan.");
            }
        }
    }

    /// <summary>Each seal is that of the lines that it covers and of the seal before.</summary>
    private async Task SealsAsync(CancellationToken cancel)
    {
        var before = SealBefore.None;
        var seals = await Segel.ReadAllAsync(connection, cancel);
        foreach (var seal in seals)
        {
            Seals++;
            var again = await Segel.ComputeAsync(connection, before, seal.MadeAt, seal.LastLine, seal.Guards, seal.Schema, cancel);
            if (again != seal)
            {
                _findings.Add($"Segel {seal.No}: tidak cocok dengan mata rantai yang disegelnya atau dengan segel sebelumnya.");
            }

            before = seal.AsBefore;
        }

        // Where the program's clock is not that of the database, today is no day of it.
        NightsWithoutSeal = SealNights.Between([.. seals.Select(s => Tanggal.DiWita(s.MadeAt)),
            .. MostApart is null ? Array.Empty<DateOnly>() : [await TodayAsync(cancel)]]);
        if (outside is not null && seals.SingleOrDefault(s => s.No == outside.No) != outside)
        {
            _findings.Add($"Segel {outside.No} dari luar: basis data ini tidak memuatnya seperti itu. Isinya sampai saat segel itu dibuat "
                + "sudah berubah, atau ini bukan basis data yang disegel.");
        }
    }

    private async Task<DateOnly> TodayAsync(CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select (clock_timestamp() at time zone 'Asia/Makassar')::date", connection);
        return (DateOnly)(await command.ExecuteScalarAsync(cancel))!;
    }

    private Task FindAsync(string sql, CancellationToken cancel) => _findings.AskAsync(sql, cancel);

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
