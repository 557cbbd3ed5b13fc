package vn.binhquyen.platform.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;

/** Language of the pages (Vietnamese unless the reader chose otherwise) and the actor as an argument of controllers. */
@Configuration(proxyBeanMethods = false)
class WebSettings implements WebMvcConfigurer {
    private final CurrentActor current;

    WebSettings(CurrentActor current) {
        this.current = current;
    }

    /** All bundles {@code messages/<room>_<language>.properties}; a room owns its own. */
    @Bean
    static MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(bundles());
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.of("vi"));
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static String[] bundles() throws IOException {
        return Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_vi.properties"))
                .map(resource -> Objects.requireNonNull(resource.getFilename()))
                .map(name -> "messages/" + name.substring(0, name.length() - "_vi.properties".length()))
                .sorted()
                .toArray(String[]::new);
    }

    @Bean
    static LocaleResolver localeResolver() {
        CookieLocaleResolver language = new CookieLocaleResolver("language");
        language.setDefaultLocale(Locale.of("vi"));
        return language;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName("language");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Actor.class;
            }

            @Override
            public Actor resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                return current.get();
            }
        });
    }
}
