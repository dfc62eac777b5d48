using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SopKinerja.Web.Ui;

/// <summary>Compares field names by where their properties stand in the model; model state itself keeps no such order.</summary>
public sealed class FieldOrder(ModelMetadata root) : IComparer<string>
{
    private static readonly char[] Joints = ['.', '[', ']'];

    public int Compare(string? x, string? y)
    {
        var (first, second) = (Path(x ?? ""), Path(y ?? ""));
        var difference = first.Zip(second, (a, b) => a.CompareTo(b)).FirstOrDefault(c => c != 0);
        return difference != 0 ? difference : first.Count.CompareTo(second.Count);
    }

    private List<int> Path(string name)
    {
        List<int> path = [];
        ModelMetadata? here = root;
        foreach (var part in name.Split(Joints, StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                path.Add(index);
                here = here?.ElementMetadata;
                continue;
            }

            var next = here?.Properties[part];
            path.Add(next is null ? -1 : here!.Properties.IndexOf(next));
            here = next;
        }

        return path;
    }
}
