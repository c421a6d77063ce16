using System.Runtime.InteropServices;

namespace BriefingBot.Inference.Onnx;

/// <summary>For which systems ONNX Runtime ships a native library.</summary>
internal static class RuntimePlatform
{
    /// <summary>Null when this system is one of them; otherwise what is wrong and what to do.</summary>
    public static string? Refusal => RefusalFor(Current, RuntimeInformation.OSArchitecture);

    /// <summary>Whether this system is none of them.</summary>
    public static bool HasNoLibrary => Refusal is not null;

    private static OSPlatform Current =>
        OperatingSystem.IsWindows() ? OSPlatform.Windows
        : OperatingSystem.IsMacOS() ? OSPlatform.OSX
        : OperatingSystem.IsLinux() ? OSPlatform.Linux
        : OSPlatform.Create("other");

    /// <summary>The same for any system.</summary>
    public static string? RefusalFor(OSPlatform system, Architecture architecture)
    {
        bool isServed = architecture switch
        {
            Architecture.X64 => system == OSPlatform.Linux || system == OSPlatform.Windows,
            Architecture.Arm64 => system == OSPlatform.Linux || system == OSPlatform.Windows || system == OSPlatform.OSX,
            _ => false,
        };
        return isServed
            ? null
            : $"The encoder in this process does not run on {system} with an {architecture} processor: ONNX Runtime has no library for it. "
                + "Set Encoder:Provider to OpenAI and Encoder:BaseUrl to a server with /v1/embeddings.";
    }
}
