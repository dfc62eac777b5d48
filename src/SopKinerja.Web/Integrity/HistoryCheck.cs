namespace SopKinerja.Web.Integrity;

/// <summary>Holds each history against itself, against the tables of moves, and against what it is the history of, so that no guard need be
/// believed. Who may make which move is asked of lines that were written since those tables are what they are.</summary>
internal sealed class HistoryCheck(Findings findings)
{
    /// <summary>The migration since which moves are rows for plans too.</summary>
    private const int MovesAreRows = 38;

    private static readonly string Since =
        $"(select coalesce(min(id), 0) from ledger where tbl = 'schema_migrations' and key = '{MovesAreRows}')";

    /// <param name="tryAsync">Runs a check of that name.</param>
    public async Task RunAsync(Func<string, Func<Task>, Task> tryAsync, CancellationToken cancel)
    {
        await tryAsync("riwayat berkas", () => DossiersAsync(cancel));
        await tryAsync("riwayat SKP", () => PlansAsync(cancel));
    }

    private async Task DossiersAsync(CancellationToken cancel)
    {
        await findings.AskAsync($"""
            with lines as (
                select h.*, h."from" * 10 + h.from_substep as was, h."to" * 10 + h.to_substep as is_now,
                    lag(h.no) over w as last_no, lag(h."to" * 10 + h.to_substep) over w as last_stage, lag(h.move) over w as last_move,
                    lag(h.at) over w as last_at, coalesce(l.id > {Since}, false) as is_new
                from history h left join ledger l on l.tbl = 'history' and l.key = h.id::text and l.op = 'I'
                window w as (partition by h.dossier_id order by h.no))
            select 'Riwayat berkas ' || dossier_id || ', baris ' || no || ': ' || case
                when no <> coalesce(last_no, 0) + 1 then 'nomornya tidak menyambung.'
                when last_move in ('Closed', 'Cancelled') then 'ditulis sesudah berkas berakhir.'
                when was <> coalesce(last_stage, 10) or (move = 'Opened') <> (no = 1) then 'tidak menyambung dengan baris sebelumnya.'
                when at < last_at - interval '1 day' then 'lebih tua daripada baris sebelumnya.'
                when (actor_id = asn_id) <> (capacity = 'Asn')
                    then 'pegawai yang dinilai mengerjakannya sebagai orang lain, atau sebaliknya.'
                when is_also then 'dikerjakan orang yang juga bertindak sebagai lain.'
                else 'langkah ini tidak ada dalam SOP.' end
            from (
                -- Who acts in two capacities that the SOP keeps apart.
                select lines.*, d.asn_id, not coalesce(m.is_act, true) and exists (
                    select from sop_not_also n join history o on o.capacity = n.role
                    where n.stage = was and n.role <> lines.capacity and o.dossier_id = lines.dossier_id and o.no < lines.no
                        and o.actor_id = lines.actor_id) as is_also
                from lines join dossiers d on d.id = lines.dossier_id
                left join sop_moves m on (m.from_stage, m.move, m.to_stage) = (was, lines.move, is_now)
                    and m.performer is not distinct from lines.capacity) lines
            where no <> coalesce(last_no, 0) + 1 or (is_new and (
                last_move in ('Closed', 'Cancelled') or was <> coalesce(last_stage, 10) or (move = 'Opened') <> (no = 1)
                or at < last_at - interval '1 day'
                or (actor_id = asn_id) <> (capacity = 'Asn')
                or is_also
                or not exists (
                    select from sop_moves m
                    where (m.from_stage, m.move, m.to_stage) = (was, lines.move, is_now)
                        and m.performer is not distinct from lines.capacity)))
            order by dossier_id, no
            """, cancel);
        await findings.AskAsync("""
            select 'Berkas ' || d.id || ': tidak berada pada tahap yang disebut baris terakhir riwayatnya.'
            from dossiers d
            left join (select distinct on (dossier_id) * from history order by dossier_id, no desc) h on h.dossier_id = d.id
            where (d.step, d.substep, d.closed_at is not null, d.cancelled_at is not null)
                is distinct from (h."to", h.to_substep, h.move = 'Closed', h.move = 'Cancelled')
            order by d.id
            """, cancel);
    }

    private async Task PlansAsync(CancellationToken cancel)
    {
        await findings.AskAsync($"""
            with lines as (
                select h.*, lag(h.no) over w as last_no, lag(h."to") over w as last_state, lag(h.at) over w as last_at,
                    coalesce(l.id > {Since}, false) as is_new
                from plan_history h left join ledger l on l.tbl = 'plan_history' and l.key = h.id::text and l.op = 'I'
                window w as (partition by h.plan_id order by h.no))
            select 'Riwayat SKP ' || plan_id || ', baris ' || no || ': ' || case
                when no <> coalesce(last_no, 0) + 1 then 'nomornya tidak menyambung.'
                when at < last_at - interval '1 day' then 'lebih tua daripada baris sebelumnya.'
                else 'langkah ini tidak mungkin sesudah baris sebelumnya.' end
            from lines
            where no <> coalesce(last_no, 0) + 1 or (is_new and (
                at < last_at - interval '1 day'
                or not exists (
                    select from plan_moves m
                    where m.move = lines.move and m.from_state is not distinct from last_state and m.to_state = lines."to")))
            order by plan_id, no
            """, cancel);
        await findings.AskAsync("""
            select 'SKP ' || p.id || ': keadaannya bukan yang disebut baris terakhir riwayatnya.'
            from plans p left join (select distinct on (plan_id) * from plan_history order by plan_id, no desc) h on h.plan_id = p.id
            where (p.state, p.lines) is distinct from (h."to", h.no)
            order by p.id
            """, cancel);
    }
}
