import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Formats every Java file below the given folders with palantir-java-format, or fails naming those that are not. */
class Format {
    public static void main(String[] args) throws Exception {
        boolean fix = args[0].equals("fix");
        Formatter formatter = Formatter.createFormatter(
                JavaFormatterOptions.builder().style(Style.PALANTIR).build());
        List<Path> unformatted = new ArrayList<>();
        for (String folder : List.of(args).subList(1, args.length)) {
            try (var files = Files.walk(Path.of(folder))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String source = Files.readString(file);
                    String formatted = formatter.formatSourceAndFixImports(source);
                    if (!formatted.equals(source)) {
                        unformatted.add(file);
                        if (fix) {
                            Files.writeString(file, formatted);
                        }
                    }
                }
            }
        }
        if (!unformatted.isEmpty() && !fix) {
            unformatted.forEach(file -> System.err.println("not formatted: " + file));
            System.err.println("run: mvn process-sources -Dformat=fix");
            System.exit(1);
        }
    }
}
