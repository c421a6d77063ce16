using System.Text;

namespace BriefingBot.Diagnosis;

/// <summary>Is ICU there? Without it Unicode normalization silently does nothing and the encoder reads other words.</summary>
internal static class UnicodeCheck
{
    /// <summary>Normalizes a ligature and a no-break space.</summary>
    public static DoctorFinding Run() =>
        "\uFB01\u00A0".Normalize(NormalizationForm.FormKC) == "fi "
            ? DoctorFinding.Ok("unicode", "ICU normalizes text.")
            : DoctorFinding.Fail("unicode", "ICU is missing.", "Install ICU (libicu) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
}
