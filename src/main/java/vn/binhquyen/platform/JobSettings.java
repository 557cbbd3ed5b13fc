package vn.binhquyen.platform;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the rooms' jobs run by the clock. Each job itself makes sure that one node does it at a time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class JobSettings {}
