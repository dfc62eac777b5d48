using Microsoft.AspNetCore.Mvc.Rendering;

namespace SopKinerja.Web.Ui;

/// <summary>The id of the control for a field name, as the framework itself would make it: <c>Input.Nama</c> is
/// <c>Input_Nama</c>.</summary>
public static class FieldId
{
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "_");
}
