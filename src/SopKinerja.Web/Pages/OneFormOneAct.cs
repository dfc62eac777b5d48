using System.Buffers.Binary;
using System.Data;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Mvc.ViewFeatures.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages;

/// <summary>
/// One form, one act (docs/decisions/0028). A form's number is never written twice, so it is what a double click, a retry or a Back send
/// again. The first sending that did something is kept with where it led and what was said; a second gets that, and waits while the first
/// is still being done. One that brings other words is shown again with a sentence (<see cref="SentFields"/>).
/// </summary>
public sealed class OneFormOneAct(
    SopDbContext db, SignInManager<Persistence.Account> signIn, UserManager<Persistence.Account> users, ITempDataDictionaryFactory messages,
    TempDataSerializer serializer, IDataProtectionProvider protection, IOptions<AntiforgeryOptions> tokens,
    TimeProvider time) : IAsyncResourceFilter
{
    // Longer than anybody keeps a page open, and than the keys with which its token was made.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    // What another program does meanwhile (signing at BSrE) may take so long.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly IDataProtector _protector = protection.CreateProtector("SopKinerja.FormAct");

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || context.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any())
        {
            await next();
            await ForgetAsync(ShownOnce.ShownIn(http));
            return;
        }

        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        var number = NumberOf(http, form);
        var act = new FormAct(number, await ContentAsync(number, form, http.RequestAborted), http.User.AccountId(), time.GetUtcNow());
        await db.Database.OpenConnectionAsync(http.RequestAborted);
        try
        {
            try
            {
                if (await FirstAsync(act, http.RequestAborted) is { } first)
                {
                    if (first.IsSame(act))
                    {
                        context.Result = await AnswerAgainAsync(first, http);
                        return;
                    }

                    http.Features.Set(new DoneBefore(Opened(first.Answer)?.Message));
                }

                if (http.Features.Get<DoneBefore>() is not null)
                {
                    await next();
                    return;
                }

                http.Features.Set(act);
                var executed = await next();
                if (executed.Exception is null)
                {
                    await KeepAsync(act, http);
                }
            }
            finally
            {
                await LetGoAsync(act);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // Each button is a form of its own: pressing another one after Back is another act. The token stands in for a number that is missing;
    // no page lets such a form through.
    private byte[] NumberOf(HttpContext http, IFormCollection form)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"{http.User.AccountId()} {http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}");
        var mark = FormMark.Read(form);
        Append(hash, mark?.Number ?? $"{http.Request.Headers[tokens.Value.HeaderName!]} {form[tokens.Value.FormFieldName]}");
        foreach (var button in mark?.Buttons ?? [])
        {
            Append(hash, $"{button}={form[button]}");
        }

        return hash.GetHashAndReset();
    }

    // With the number, so that what is stored tells nothing of what was typed.
    private async Task<byte[]> ContentAsync(byte[] number, IFormCollection form, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(number);
        Append(hash, FormMark.Read(form)?.Number ?? "");
        foreach (var (name, values) in form.Where(f => f.Key != FormMark.FieldName && f.Key != tokens.Value.FormFieldName)
            .OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            foreach (var value in values)
            {
                Append(hash, name);
                Append(hash, TypedText.Plain(value).Trim());
            }
        }

        foreach (var file in form.Files)
        {
            Append(hash, $"{file.Name} {file.FileName}");
            await using var content = file.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(content, cancel));
        }

        return hash.GetHashAndReset();
    }

    // With its length, so that no two forms run together to the same text.
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private async Task<IActionResult> AnswerAgainAsync(FormAct first, HttpContext http)
    {
        var answer = Opened(first.Answer) ?? OnlyWhere(http.Request.Path);
        var said = messages.GetTempData(http);
        foreach (var (key, value) in answer.Said)
        {
            said[key] = value;
        }

        if (answer.IsSignedInAnew && await users.GetUserAsync(http.User) is { } account)
        {
            await signIn.RefreshSignInAsync(account);
        }

        return new LocalRedirectResult(answer.Location);
    }

    /// <summary>An answer is a way onward. A page that was shown once more (something was wrong, or only calculated) is none: whoever
    /// sends that form again may be helped by it now.</summary>
    private async Task KeepAsync(FormAct act, HttpContext http)
    {
        if (!act.IsStored && !act.IsDoneBehind)
        {
            return;
        }

        if (http.Response.Headers.Location.ToString() is not { Length: > 0 } location)
        {
            await db.Set<FormAct>().Where(a => a.Digest == act.Digest).ExecuteDeleteAsync();
            return;
        }

        var isSignedInAnew = http.Response.Headers.SetCookie
            .Any(cookie => cookie!.StartsWith($"{AccessSetup.SessionCookie}=", StringComparison.Ordinal));
        var answer = Closed(new(location, isSignedInAnew, messages.GetTempData(http).ToDictionary()));
        await db.Database.ExecuteSqlAsync(
            $"select form_answered({act.Digest}, {act.Content}, {act.AccountId}, {act.At}, {answer}, {act.At - Kept})");
    }

    // Where it led stays: that is no secret.
    private async Task ForgetAsync(byte[]? shown)
    {
        if (shown is not null && await db.Set<FormAct>().AsNoTracking().SingleOrDefaultAsync(a => a.Digest == shown) is { } act)
        {
            var rest = Opened(act.Answer) is { } answer ? Closed(OnlyWhere(answer.Location)) : null;
            await db.Set<FormAct>().Where(a => a.Digest == shown).ExecuteUpdateAsync(set => set.SetProperty(a => a.Answer, rest));
        }
    }

    private static Answer OnlyWhere(string location) => new(location, false, new Dictionary<string, object?>
    {
        [SaveOrExplain.DoneMessage] =
            "Isian ini sudah Anda kirim sebelumnya dan sudah dikerjakan. Halaman ini menampilkan keadaannya sekarang.",
    });

    private byte[] Closed(Answer answer)
    {
        using var plain = new MemoryStream();
        using var writer = new BinaryWriter(plain);
        writer.Write(answer.Location);
        writer.Write(answer.IsSignedInAnew);
        writer.Write(serializer.Serialize(answer.Said));
        writer.Flush();
        return _protector.Protect(plain.ToArray());
    }

    private Answer? Opened(byte[]? closed)
    {
        try
        {
            if (closed is null)
            {
                return null;
            }

            using var plain = new MemoryStream(_protector.Unprotect(closed));
            using var reader = new BinaryReader(plain);
            return new(reader.ReadString(), reader.ReadBoolean(), serializer.Deserialize(reader.ReadBytes((int)plain.Length)));
        }
        catch (CryptographicException)
        {
            // The key is gone with an old server; that the form was done is known all the same.
            return null;
        }
    }

    /// <summary>The first sending of this form, once nobody is at it any more; null where this one is it.</summary>
    // The request's own connection holds the lock, so a server that stops lets go.
    private async Task<FormAct?> FirstAsync(FormAct act, CancellationToken cancel)
    {
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(LongestWait);
        // A question and no command: a lock writes nothing, so whoever finds the connection cut here may be asked again.
        var first = await db.Set<FormAct>().FromSql($"select * from form_begun({Key(act)}, {act.Digest})")
            .AsNoTracking().ToListAsync(cancel);
        db.Database.SetCommandTimeout(usual);
        return first.SingleOrDefault();
    }

    private async Task LetGoAsync(FormAct act)
    {
        if (db.Database.GetDbConnection().State == ConnectionState.Open)
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({Key(act)})");
        }
    }

    private static long Key(FormAct act) => BinaryPrimitives.ReadInt64LittleEndian(act.Digest);

    /// <param name="IsSignedInAnew">The act ended the sessions of its own account but this one (a changed password).</param>
    private sealed record Answer(string Location, bool IsSignedInAnew, IDictionary<string, object?> Said)
    {
        public string? Message => Said.TryGetValue(SaveOrExplain.DoneMessage, out var said) ? said as string : null;
    }
}
