using System.Globalization;

namespace SopKinerja.Web.Tests.Signing;

/// <summary>What the thread that asks takes, whatever else the machine does: bytes in all, those given back at once included, and time of the
/// processor to a hundredth of a second (proc(5)).</summary>
internal readonly record struct WorkDone(long Bytes, TimeSpan Processor)
{
    private const int TicksPerSecond = 100;

    // Behind the name, which may hold spaces: the 14th and 15th of all fields.
    private const int User = 11;

    public static WorkDone Now()
    {
        var fields = File.ReadAllText("/proc/thread-self/stat").Split(") ")[^1].Split(' ');
        return new(GC.GetAllocatedBytesForCurrentThread(), TimeSpan.FromSeconds(fields[User..(User + 2)]
            .Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond));
    }

    public WorkDone Since(WorkDone before) => new(Bytes - before.Bytes, Processor - before.Processor);

    public override string ToString() => $"{Bytes / 1024 / 1024} MB, {Processor.TotalSeconds:0.00} s";
}
