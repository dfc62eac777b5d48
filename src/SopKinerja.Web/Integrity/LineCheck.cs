using Npgsql;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Integrity;

/// <summary>Judges what the lines of the ledger say, since lines name the columns that changed: whoever switches off a guard and leaves the
/// recording on has proper links, and no right to what they say.</summary>
/// <param name="mostApart">How far the time in a row may be from that of its line; null where clocks are not compared.</param>
internal sealed class LineCheck(NpgsqlConnection connection, Findings findings, TimeSpan? mostApart)
{
    /// <summary>The migration since which lines name columns.</summary>
    private const int NamesColumns = 38;

    /// <summary>The migration since which a line in the log of changes is about what changed.</summary>
    internal const int NamesSubjects = 42;

    /// <summary>The migration since which what is added to a dossier is asked for by its stage.</summary>
    private const int AsksForParts = 46;

    internal const string Named = "l.tbl || ' ' || l.key || ' (rantai ' || l.chain || ', mata rantai ' || l.no || '): '";

    // One transaction: its number, near in time, since a server that was restored counts anew.
    private const string InTheSame = "c.tx = l.tx and c.at between l.at - interval '1 day' and l.at + interval '1 day'";

    private long _since;

    private long _named;

    private long _parts;

    /// <summary>The transaction that founded the demo with a clock of its own; null in every other database.</summary>
    public long? Demo { get; private set; }

    /// <param name="tryAsync">Runs a check of that name.</param>
    public async Task RunAsync(Func<string, Func<Task>, Task> tryAsync, CancellationToken cancel)
    {
        _since = await AskAsync($"select min(id) from ledger where tbl = 'schema_migrations' and key = '{NamesColumns}'", cancel) ?? 0;
        _named = await AskAsync($"select min(id) from ledger where tbl = 'schema_migrations' and key = '{NamesSubjects}'", cancel) ?? 0;
        _parts = await AskAsync($"select min(id) from ledger where tbl = 'schema_migrations' and key = '{AsksForParts}'", cancel) ?? 0;
        // Only of the transaction that made the first account: no later one passes for it.
        Demo = await AskAsync($"""
            select a.tx from (select * from ledger where tbl = 'accounts' order by id limit 1) a
            where exists (select from ledger l join changes c on l.tbl = 'changes' and l.key = c.id::text
                where l.tx = a.tx and c.sentence = '{Change.OfDemo}')
            """, cancel);
        await tryAsync("catatan oleh migrasi", () => MigratedAsync(cancel));
        await tryAsync("catatan berkas", () => DossiersAsync(cancel));
        await tryAsync("tambahan pada berkas", () => PartsAsync(cancel));
        await tryAsync("catatan SKP", () => PlansAsync(cancel));
        foreach (var rule in LineRule.All)
        {
            await tryAsync($"catatan {rule.Ledger}", () => LinesAsync(rule, cancel));
            await tryAsync($"waktu {rule.Ledger}", () => TimesAsync(rule, cancel));
        }

        foreach (var table in KeptTable.All)
        {
            await tryAsync($"urutan {table.Ledger}", () => SequenceAsync(table.Ledger, cancel));
        }
    }

    /// <summary>Lines that begin anew are written by migrations alone, and every other change names its columns.</summary>
    private Task MigratedAsync(CancellationToken cancel) => Find(
        $"""
        select {Named} || case l.op when 'B' then 'dicatat seperti oleh migrasi, padahal tidak ada migrasinya.'
            else 'diubah tanpa menyebut kolomnya.' end
        from ledger l where l.id > @since and ((l.op = 'U' and l.cols is null)
            or (l.op = 'B' and not exists (select from ledger c where c.tbl = 'schema_migrations' and c.op = 'I' and {InTheSame})))
        """, cancel);

    /// <summary>Each column of a dossier changed where the table allows it, by the history of the same transaction or, where that has no
    /// line, at the stage at which it stood; after its end nothing did.</summary>
    private Task DossiersAsync(CancellationToken cancel) => Find(
        $"""
        with lines as (
            select l.*, count(*) filter (where l.tbl = 'history') over (partition by l.chain order by l.no) as known
            from ledger l where l.tbl in ('history', 'dossiers')),
        moves as (
            select l.chain, l.tx, bool_or(h.move in ('Closed', 'Cancelled')) as ends,
                array_agg((h."from" * 10 + h.from_substep) * 100 + h."to" * 10 + h.to_substep)
                    || array_agg((h."to" * 10 + h.to_substep) * 101) as stages
            from ledger l join history h on h.id = l.key::bigint where l.tbl = 'history' group by l.chain, l.tx),
        changed as (
            select l.*, h.move in ('Closed', 'Cancelled') and m.ends is not true as is_late,
                coalesce(m.stages, array[]::integer[]) || (coalesce(h."to" * 10 + h.to_substep, 10) * 101) as stages
            from lines l
            left join history h on h.dossier_id = l.key::bigint and h.no = l.known
            left join moves m on m.chain = l.chain and m.tx = l.tx
            where l.tbl = 'dossiers' and l.op = 'U' and l.cols is not null and l.id > @since),
        fixed as (
            select s.cols, s.stages, string_agg(c, ', ') as names
            from (select distinct cols, stages from changed) s cross join lateral unnest(string_to_array(s.cols, ',')) c
            where not exists (
                select from sop_columns x cross join lateral unnest(s.stages) p
                where x.col = c and coalesce(x.from_stage, p / 100) = p / 100 and coalesce(x.to_stage, p % 100) = p % 100)
            group by s.cols, s.stages)
        select {Named} || case when l.is_late then l.cols || ' diubah sesudah berkas berakhir.'
            else f.names || ' diubah pada tahap yang tidak mengizinkannya.' end
        from changed l left join fixed f on f.cols = l.cols and f.stages = l.stages
        where l.is_late or f.cols is not null
        """, cancel);

    /// <summary>Copies, scans, requests to BSrE and documents were added at a stage at which a dossier takes them.</summary>
    private Task PartsAsync(CancellationToken cancel) => Find(
        $"""
        with moves as (
            select l.chain, l.tx, array_agg((h."from" * 10 + h.from_substep) * 100 + h."to" * 10 + h.to_substep)
                || array_agg((h."from" * 10 + h.from_substep) * 101) || array_agg((h."to" * 10 + h.to_substep) * 101) as stages
            from ledger l join history h on h.id = l.key::bigint where l.tbl = 'history' group by l.chain, l.tx),
        lines as (
            select l.*, count(*) filter (where l.tbl = 'history') over (partition by l.chain order by l.no) as known
            from ledger l where l.tbl in ('history', 'copies', 'scans', 'bsre_attempts', 'documents'))
        select {Named} || 'ditambahkan pada tahap yang tidak mengizinkannya.'
        from lines l
            left join history h on h.dossier_id::text = split_part(l.chain, '/', 2) and h.no = l.known
            left join moves m on m.chain = l.chain and m.tx = l.tx
            left join documents d on l.tbl = 'documents' and d.id = l.key::bigint
        where l.tbl <> 'history' and l.op = 'I' and l.id > @parts and not exists (
            select from unnest(coalesce(m.stages, array[(h."to" * 10 + h.to_substep) * 101])) p
                join sop_columns x on x.col = '+' || concat_ws(' ', l.tbl, d.kind) and x.from_stage = p / 100 and x.to_stage = p % 100)
        """, cancel, ("parts", _parts));

    /// <summary>Each column of a plan changed by a move of its history, in the same transaction.</summary>
    private Task PlansAsync(CancellationToken cancel) => Find(
        $"""
        with moves as (
            select l.chain, l.tx, string_agg(array_to_string(m.cols, ','), ',') as cols
            from ledger l join plan_history h on h.id = l.key::bigint join plan_moves m on m.move = h.move and m.to_state = h."to"
            where l.tbl = 'plan_history' group by l.chain, l.tx)
        select {Named} || c.names || ' diubah tanpa baris riwayat yang mengubahnya.'
        from ledger l left join moves m on m.chain = l.chain and m.tx = l.tx
            cross join lateral (
                select string_agg(n, ', ') as names from unnest(string_to_array(l.cols, ',')) n
                where n <> 'lines' and n <> all (string_to_array(coalesce(m.cols, ''), ','))) c
        where l.tbl = 'plans' and l.op = 'U' and l.id > @since and c.names is not null
        """, cancel);

    private async Task LinesAsync(LineRule rule, CancellationToken cancel)
    {
        var table = KeptTable.All.Single(t => t.Ledger == rule.Ledger);
        var untold = $"""
            l.tx is distinct from @demo and (not @is_new or l.id > @named) and not exists (
                select from ledger c join changes h on h.id = c.key::bigint
                where c.tbl = 'changes' and {InTheSame} and (l.id <= @named or {rule.About}))
            """;
        await Find(
            $"""
            select {Named} || case l.op when 'D' then 'dihapus' when 'I' then 'ditambahkan' else coalesce(l.cols || ' ', '') || 'diubah' end
                || case when (l.op = 'D' and not @may_go)
                        or (l.op = 'U' and (@final or not string_to_array(l.cols, ',') <@ @changing)) then ', padahal tidak boleh.'
                    when l.op = 'U' and not (string_to_array(l.cols, ',') && @told and {untold}) then ', padahal hanya diisi sekali.'
                    else ' tanpa tercatat sebagai perubahan.' end
            from ledger l where l.tbl = @table and {rule.Rows} and (l.id > @since or @final) and (
                (l.op = 'U' and @final)
                or (l.op = 'D' and (not @may_go or (@told_when_added and {untold})))
                or (l.op = 'I' and @told_when_added and {untold})
                or (l.op = 'U' and l.cols is not null and not @elsewhere and (
                    not string_to_array(l.cols, ',') <@ @changing
                    or (string_to_array(l.cols, ',') && @told and {untold})
                    or (string_to_array(l.cols, ',') && @once and exists (
                        select from ledger c where c.tbl = l.tbl and c.key = l.key and c.op = 'U' and c.id < l.id
                            and string_to_array(c.cols, ',') && (
                                select array_agg(o) from unnest(string_to_array(l.cols, ',')) o where o = any (@once)))))))
            """, cancel, ("table", rule.Ledger), ("may_go", rule.MayGo), ("changing", rule.Changing), ("once", rule.Once),
            ("told", rule.Told), ("told_when_added", rule.IsAddedTold), ("is_new", rule.IsAskedLate),
            ("named", _named), ("demo", (object?)Demo ?? DBNull.Value),
            ("elsewhere", rule.HasTableOfItsOwn), ("final", table.IsFinal || table.GoesWithTime));
    }

    /// <summary>The times in a row are those of the lines that wrote them: its own when it was made, others when they came.</summary>
    private async Task TimesAsync(LineRule rule, CancellationToken cancel)
    {
        if (mostApart is not { } most)
        {
            return;
        }

        var table = KeptTable.All.Single(t => t.Ledger == rule.Ledger);
        var made = rule.Time is { } time ? new[] { (Column: time, Word: "bertanggal", Lines: "l.op = 'I' and l.id > @since") } : [];
        foreach (var (column, word, lines) in made.Concat(rule.LaterTimes.Select(later => (
            later, later, $"l.op = 'U' and l.id > @named and '{later}' = any (string_to_array(l.cols, ','))"))))
        {
            await Find(
                $"""
                select {Named} || '{word} ' || to_char(t.{column}, 'YYYY-MM-DD') || ', padahal dicatat '
                    || to_char(l.at, 'YYYY-MM-DD') || '.'
                from ledger l join {table.Name} t on t.{table.Key.Single()}::text = l.key
                where l.tbl = @table and {lines} and l.tx is distinct from @demo
                    and t.{column} not between l.at - @most and l.at + @most
                """, cancel, ("table", rule.Ledger), ("most", most), ("named", _named), ("demo", (object?)Demo ?? DBNull.Value));
        }
    }

    /// <summary>A row is made, changes, and goes, in this order.</summary>
    private Task SequenceAsync(string table, CancellationToken cancel) => Find(
        $"""
        select {Named} || 'urutan catatannya tidak mungkin.'
        from (select *, lead(op) over (partition by key order by id desc) as before from ledger where tbl = @table) l
        where l.id > @since and l.op <> 'B' and (l.op = 'I') <> (coalesce(l.before, 'D') = 'D')
        """, cancel, ("table", table));

    private Task Find(string sql, CancellationToken cancel, params (string Name, object Value)[] values) =>
        findings.AskAsync(sql, cancel, [("since", _since), .. values]);

    private async Task<long?> AskAsync(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync(cancel) as long?;
    }
}
