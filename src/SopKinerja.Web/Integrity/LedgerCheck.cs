using Npgsql;

namespace SopKinerja.Web.Integrity;

/// <summary>Holds every kept row against the ledger, and the ledger against itself and its seals.</summary>
/// <param name="outside">A seal that was kept elsewhere.</param>
/// <param name="authority">SHA-256 of the certificate of the only authority that may be there, in hexadecimal digits.</param>
/// <remarks>The database does the work, in portions by key; what comes out are the faults.</remarks>
internal sealed class LedgerCheck(NpgsqlConnection connection, Action<string> progress, Segel? outside = null, string? authority = null)
{
    /// <summary>Of each table; more are counted.</summary>
    private const int MostNamed = 200;

    /// <summary>The migration since which a new account has a line in the log of changes.</summary>
    private const int AccountsAreTold = 35;

    private readonly List<string> _faults = [];

    /// <summary>Lines of the ledger in one portion.</summary>
    public int LinesAtOnce { get; init; } = 100_000;

    /// <summary>Lines of the ledger that were looked at.</summary>
    public long Lines { get; private set; }

    public int Seals { get; private set; }

    /// <summary>A sentence for each that is not as it was recorded; names no person.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancel)
    {
        // Rows are digested as the recording function sees them.
        await ExecuteAsync("set timezone = 'UTC'; set datestyle = 'ISO'", cancel);
        _faults.AddRange(Guards.Faults(await Guards.ReadAsync(connection, cancel)));
        await ChainsAsync(cancel);
        await HeadsAsync(cancel);
        foreach (var table in KeptTable.All)
        {
            await RowsAsync(table, cancel);
        }

        await EvidenceAsync(cancel);
        await ContentsAsync(cancel);
        await RightsAsync(cancel);
        await AuthoritiesAsync(cancel);
        await SealsAsync(cancel);
        return _faults;
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
                            and link = ledger_link(before, chain, no, tbl, key, op, digest, tx, at) as fits,
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
                    _faults.Add($"Rantai {at}: putus pada mata rantai {reader.GetInt32(1)} ({reader.GetString(2)} {reader.GetString(3)}).");
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

    private Task HeadsAsync(CancellationToken cancel) => FindAsync(
        """
        select 'Rantai ' || coalesce(h.chain, l.chain) || ': ujungnya tidak cocok (mata rantai '
            || coalesce(l.no::text, '-') || ', tercatat ' || coalesce(h.no::text, '-') || ').'
        from ledger_heads h full join (select distinct on (chain) chain, no, link from ledger order by chain, no desc) l using (chain)
        where (h.no, h.link) is distinct from (l.no, l.link)
        """, cancel);

    /// <summary>Each row is as its last line says, none is without a line, none is gone, and what is final has one line.</summary>
    private async Task RowsAsync(KeptTable table, CancellationToken cancel)
    {
        var key = string.Join(" || '/' || ", table.Key.Select(k => $"(to_jsonb(t) ->> '{k}')"));
        var (name, leftOut) = (table.Ledger, string.Join(',', table.LeftOut));
        await FindAsync($"""
            select case when r.key is null then '{name} ' || l.key || ' (rantai ' || l.chain || '): hilang, padahal rantainya mencatatnya.'
                when l.key is null then '{name} ' || r.key || ' (rantai ' || r.chain || '): tidak tercatat di rantainya.'
                else '{name} ' || r.key || ' (rantai ' || l.chain || '): berubah tanpa tercatat di rantainya.' end
            from (select {key} as key, '{table.Chain}/' || coalesce(to_jsonb(t) ->> '{table.ChainColumn}', '') as chain,
                    row_digest(to_jsonb(t), string_to_array('{leftOut}', ',')) as digest
                from {table.Name} t) r
            full join (select * from (
                select distinct on (key) key, chain, op, digest from ledger where tbl = '{name}' order by key, id desc) x
                where op <> 'D') l using (key)
            where (r.digest, r.chain) is distinct from (l.digest, l.chain)
            """, cancel);
        if (table.IsFinal)
        {
            await FindAsync($"""
                select '{name} ' || key || ' (rantai ' || chain || ', mata rantai ' || no || '): '
                    || case op when 'D' then 'dihapus' else 'diubah' end || ', padahal tidak boleh.'
                from ledger where tbl = '{name}' and op in ('U', 'D')
                """, cancel);
        }

        if (table.GoesWithTime)
        {
            await FindAsync($"""
                select '{name} ' || l.key || ' (rantai ' || l.chain || ', mata rantai ' || l.no || '): '
                    || case l.op when 'D' then 'dihapus sebelum waktunya.' else 'diubah, padahal tidak boleh.' end
                from ledger l where l.tbl = '{name}' and (l.op = 'U' or (l.op = 'D' and not exists (
                    select from ledger i where i.tbl = '{name}' and i.key = l.key and i.op in ('I', 'B')
                        and i.at < l.at - access_kept_least())))
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

    /// <summary>An account is made, and rights and settings change, with a line in the log of changes, in the same transaction; accounts
    /// that were made before this was asked need none.</summary>
    private Task RightsAsync(CancellationToken cancel) => FindAsync(
        $"""
        select 'Akun ' || key || ' (rantai ' || chain || ', mata rantai ' || no || '): '
            || case op when 'I' then 'dibuat' else 'haknya berubah' end || ' tanpa tercatat sebagai perubahan.'
        from ledger l where tbl = 'accounts.hak' and (op = 'U' or (op = 'I' and id > (
                select min(id) from ledger where tbl = 'schema_migrations' and key = '{AccountsAreTold}')))
            and not exists (select from ledger c where c.tx = l.tx and c.tbl = 'changes')
        union all
        select 'Setelan ' || key || ' (rantai ' || chain || ', mata rantai ' || no || '): berubah tanpa tercatat sebagai perubahan.'
        from ledger l where tbl = 'setting_changes' and op = 'I'
            and not exists (select from ledger c where c.tx = l.tx and c.tbl = 'changes')
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
                _faults.Add($"Otoritas {reader.GetInt32(0)}: sidik jari sertifikatnya {reader.GetString(1)}, bukan yang diberikan.");
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
                _faults.Add($"Segel {seal.No}: tidak cocok dengan mata rantai yang disegelnya atau dengan segel sebelumnya.");
            }

            before = seal.AsBefore;
        }

        if (outside is not null && seals.SingleOrDefault(s => s.No == outside.No) != outside)
        {
            _faults.Add($"Segel {outside.No} dari luar: basis data ini tidak memuatnya seperti itu. Isinya sampai saat segel itu dibuat "
                + "sudah berubah, atau ini bukan basis data yang disegel.");
        }
    }

    private async Task FindAsync(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var count = 0;
        while (await reader.ReadAsync(cancel))
        {
            if (++count <= MostNamed)
            {
                _faults.Add(reader.GetString(0));
            }
        }

        if (count > MostNamed)
        {
            _faults.Add($"… dan {count - MostNamed} lagi yang serupa dengan yang terakhir.");
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
